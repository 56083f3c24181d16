//! How Dutch pages speak to their readers.

use super::lexicon::Lexicon;

#[rustfmt::skip]
pub(super) const WORDS: Lexicon = Lexicon {
    imperatives: &[
        "abonneer", "bekijk", "beluister", "check", "deel", "discussieer", "download", "geef", "kijk", "klik", "lees", "luister", "mail",
        "meld", "ontdek", "ontvang", "open", "probeer", "reageer", "scrol", "scroll", "schrijf", "speel", "stel", "stem",
        "swipe", "tik", "volg", "vind", "zie",
    ],
    after: &[
        "alle", "als", "de", "deze", "dit", "door", "een", "elke", "er", "gratis", "hele", "het", "hier", "hieronder", "in", "je",
        "jouw", "live", "mee", "meer", "met", "naar", "nu", "onder", "ons", "onze", "ook", "op", "terug", "u", "uw", "via",
        "verder", "voor",
    ],
    objects: &[
        "abonnement", "advertentie", "afbeelding", "afbeeldingen", "aflevering", "app", "artikel", "artikelen", "beelden",
        "bluesky", "bericht", "blog", "compilatie", "dossier", "facebook", "facebookpagina", "facebookpost", "filmpje", "foto",
        "foto's", "fotoalbum", "fotogalerij", "fotoreeks", "fotoserie", "fragment", "grafiek", "infographic", "instagram",
        "instagrampost", "interview", "kaart", "kaartje", "kader", "link", "liveblog", "livestream", "mailtje",
        "nieuwsapp", "nieuwsbericht", "nieuwsbrief", "nieuwsbrieven", "pagina", "playlist", "podcast", "podcasts",
        "post", "pushbericht", "pushberichten", "reactie", "reacties", "recensie", "reportage", "site", "spotify",
        "stream", "tabel", "tijdlijn", "telegram", "tiktok", "tweet", "tweets", "twitter", "uitzending", "update", "updates",
        "video", "video's", "vlog", "website", "whatsapp", "whatsappkanaal", "whatsapp-kanaal", "x", "youtube",
    ],
    pointers: &[
        "alhier", "bovenstaande", "hier", "hierboven", "hieronder", "hiernaast", "onderaan", "onderstaand", "onderstaande",
    ],
    own: &["ons", "onze"],
    address: &["je", "jij", "jou", "jouw", "ons", "onze", "u", "uw", "we", "wij"],
    told: &[
        "aldus", "antwoordde", "beweerde", "blijkt", "concludeert", "destijds", "gisteren", "had", "hadden", "ze", "zei", "zeiden", "zegt",
        "zeggen", "hem", "hij", "klonk", "klinkt", "kwam", "kwamen", "leverde", "leverden", "liet", "luidde", "luidt",
        "mocht", "moest", "moesten", "noemde", "noemt", "oordeelde", "riep", "roept", "schreef", "stelt", "stelde",
        "vertelde", "vertelt", "vindt", "volgens", "vond", "waarschuwde", "waren", "was", "werd", "werden", "wilde",
    ],
    alone: &[
        "advertentie", "advertenties", "advertentie - lees hieronder verder", "begin dialoogvenster", "deel dit artikel",
        "deel artikel", "deel via", "delen via", "einde advertentie", "einde dialoogvenster", "gerelateerd artikel",
        "gerelateerde artikelen", "gerelateerde berichten", "het belangrijkste nieuws", "ingesloten inhoud", "inhoud van derden",
        "instellingen aanpassen", "kopieer link", "laatste nieuws", "lees hieronder verder", "lees ook", "lees verder", "lees meer", "link kopieren", "luister", "meer lezen", "meer nieuws",
        "meer video's", "meest gelezen", "naar boven", "naar de hoofdinhoud", "naar hoofdinhoud", "ook interessant", "ook lezen", "overslaan en naar de inhoud gaan",
        "speel video af", "terug naar boven", "toon meer", "toon alle reacties", "video afspelen", "volledig scherm",
        "volg ons", "aanbevolen voor jou", "aanbevolen artikelen", "sluit venster", "bekijk hier", "kijk hier", "klik hier", "luister hier", "lees hier",
        "gesponsorde inhoud", "partnerbijdrage", "tekst gaat verder", "artikel gaat verder",
    ],
    links: &[
        "bekijk hier", "bekijk ook", "kijk hier", "kijk ook", "kijk terug", "klik hier", "lees hier", "lees meer", "lees meer over", "lees ook", "lees ook dit", "lees terug", "lees verder",
        "lees hieronder verder", "luister hier", "luister ook", "meer artikelen over", "meer lezen", "meer lezen over",
        "meer nieuws over", "meer nieuws uit", "meer over", "meer weten over", "ook interessant", "ook lezen", "eerder schreven we", "tags",
        "trefwoorden", "uit onze podcast", "video", "volg ook", "zie ook", "leestip", "kijktip", "luistertip", "beeld uit", "in dit artikel", "onderwerpen",
    ],
    asks: &[
        "abonneer je", "abonneer u", "al abonnee", "bent u al abonnee", "ben je al abonnee", "deel dit artikel", "deel dit bericht", "deel dit verhaal", "deze site gebruikt cookies",
        "deze website gebruikt cookies", "dit artikel is alleen", "dit artikel is exclusief", "dit artikel is gratis",
        "dit artikel is eerder verschenen", "dit artikel verscheen", "dit verhaal verscheen", "reacties zijn gesloten", "dit artikel is voorgelezen", "deze inhoud is niet beschikbaar", "deze inhoud kan niet worden", "deze video is niet beschikbaar", "deze video kan niet worden", "dit is een premium artikel", "een bericht gedeeld door", "foutje gezien", "fout gezien", "fout gevonden", "heb je een tip", "heb je een taalfout", "heb je een fout", "heb je een vraag over dit",
        "heb je nieuws", "heeft u een tip", "log in om", "log in of", "maak een gratis account", "maak gratis een account", "maak een account", "meld je aan voor onze", "meld je aan voor de nieuwsbrief", "meld je hier aan", "meld u aan voor onze", "meld u aan voor de nieuwsbrief",
        "nog geen abonnee", "niets missen", "reageren kan", "reageren op dit artikel", "schrijf je hier in", "schrijf je in voor onze", "schrijf je in voor de nieuwsbrief", "schrijf u in voor onze", "schrijf u in voor de nieuwsbrief", "steun ons", "steun onze", "steun onafhankelijke journalistiek", "tip de redactie", "wij gebruiken cookies", "we gebruiken cookies", "wil je meer lezen",
        "wil je niets missen", "wil je reageren", "wil je verder lezen", "wilt u reageren", "wilt u verder lezen", "word abonnee", "word lid van onze", "word nu abonnee", "word vriend", "wilt u dit artikel",
        "mail de redactie", "mail naar", "stuur ons een", "stuur een mail", "stuur een whatsapp", "app ons",
    ],
    stamps: &[
        "artikel bijgewerkt", "bijgewerkt", "bijgewerkt op", "bijgewerkt om", "dit artikel is aangepast", "dit artikel is bijgewerkt", "dit artikel is geactualiseerd", "dit artikel is geupdatet", "dit bericht is bijgewerkt",
        "dit bericht is geactualiseerd", "geplaatst op", "gepubliceerd", "gepubliceerd op", "laatst bijgewerkt", "laatst gewijzigd", "laatste update", "laatste wijziging", "leestijd",
        "luister naar dit artikel", "beluister dit artikel", "publicatiedatum", "geupdatet", "gewijzigd op", "leestijd ongeveer",
    ],
    leads: &["advertentie", "einde advertentie", "volledig scherm", "vergroot afbeelding", "foto vergroten", "afbeelding vergroten"],
    running: &["artikel", "bericht", "liveblog", "tekst", "verhaal", "interview"],
    goes_on: &[
        "gaat verder", "gaat door", "gaat door onder", "gaat hieronder verder", "gaat verder na", "gaat verder onder", "loopt door onder", "loopt verder onder",
        "lees verder na", "lees verder onder", "lees door onder", "vervolgt onder", "wordt vervolgd onder", "lees door na",
    ],
    articles: &["de", "het", "deze", "dit", "een", "onderstaande", "ingesloten"],
    player: &[
        "afspelen", "audio", "beluister", "bekijk", "geluid", "knop", "luister", "luisteren", "pauze", "pauzeren", "play", "podcast", "speelduur", "video", "videospeler",
        "volume", "dempen",
    ],
    keys: &[
        "abonnee", "abonnees", "abonnement", "adblocker", "cookie", "cookies", "cookie-instellingen", "cookievoorkeuren", "javascript", "mediacookies", "tracking",
        "trackingcookies", "socialmediacookies", "privacyinstellingen", "cookieinstellingen", "cookiebeleid",
    ],
    grants: &[
        "aanvaard", "aanvaarden", "accepteer", "accepteren", "akkoord", "inloggen", "inschakelen", "ingeschakeld", "instellingen", "log", "pas",
        "registreer", "schakel", "sta", "toestaan", "toestemming", "uitgeschakeld", "wijzig", "zet",
    ],
    contents: &[
        "artikel", "artikelen", "beelden", "bericht", "content", "element", "elementen", "embed", "filmpje", "foto", "inhoud", "kaart", "liveblog",
        "media", "onderdeel", "pagina", "player", "post", "speler", "tweet", "video", "video's", "website", "site", "ervaring", "functionaliteiten",
    ],
    shows: &[
        "afgespeeld", "afspelen", "beschikbaar", "bekijken", "beluisteren", "geladen", "getoond", "laden", "lezen", "openen", "tonen", "verbeteren", "verdergaan", "weergegeven",
        "weergeven", "werkt", "zichtbaar", "zien", "ondersteund", "ondersteunt",
    ],
    negations: &["geen", "niet"],
    these: &["deze", "dit"],
    sorry: &["excuses", "helaas", "oeps", "sorry"],
    counted: &["keer gedeeld", "keer gelezen", "leestijd", "min leestijd", "min lezen", "minuten leestijd", "minuten lezen", "reactie", "reacties", "minuut leestijd"],
};
