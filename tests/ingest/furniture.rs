//! What belongs to the page, on articles of many outlets; and sentences that only look like it.

use kroniek::ingest::document;

/// Tells what a block is between two paragraphs.
fn kinds(block: &str) -> Vec<&'static str> {
    let text = format!(
        "date 2023-03 Een gewone zin om mee te beginnen. Er is nog een zin.\n\n{block}\n\nEen gewone zin om mee te eindigen. Er is nog een zin."
    );
    let found = document("a", &text, None);
    found.blocks[1..found.blocks.len() - 1].iter().map(|block| block.kind.name()).collect()
}

fn check(expected: &[&str], cases: &[&str]) {
    let wrong: Vec<String> =
        cases.iter().filter(|case| kinds(case) != expected).map(|case| format!("{:?}: {case}", kinds(case))).collect();
    assert!(wrong.is_empty(), "not {expected:?}:\n{}", wrong.join("\n"));
}

#[test]
fn dutch_furniture() {
    check(
        &["furniture"],
        &[
            "Advertentie",
            "- Advertentie -",
            "Tekst gaat verder onder de foto.",
            "De tekst gaat verder onder de afbeelding",
            "Artikel gaat verder na deze advertentie",
            "Lees verder na de advertentie",
            "(Tekst loopt door onder de video)",
            "Lees ook: Minister stapt op na kritiek Kamer",
            "LEES OOK | Zo verliep de nacht van de verkiezingen",
            "Lees ook dit interview met de burgemeester: ‘Ik ga door tot het einde’",
            "Meer over de verkiezingen",
            "Bekijk hier de beelden van de brand:",
            "Bekijk in deze video hoe het water de stad binnenkwam",
            "Kijk hieronder de uitzending terug:",
            "Luister ook naar onze podcast over de formatie",
            "Volg het laatste nieuws in ons liveblog",
            "Volg ons ook op Instagram en TikTok!",
            "Abonneer je op onze nieuwsbrief en mis niets.",
            "Schrijf je in voor de nieuwsbrief van de Ochtend",
            "Meld je aan voor onze nieuwsbrief en krijg elke ochtend het belangrijkste nieuws in je mailbox.",
            "Wil je niets missen van het nieuws uit jouw regio? Download dan onze app.",
            "Meer weten? Lees hier het hele dossier.",
            "Klik hier om de kaart op volledig scherm te zien",
            "Dit artikel is bijgewerkt op 5 maart 2023 om 12.30 uur",
            "Laatst bijgewerkt: 5 maart 2023, 14:02",
            "Leestijd: 4 minuten",
            "12 reacties",
            "Om deze inhoud te tonen moet je toestemming geven voor social media cookies.",
            "Voor het bekijken van deze video moet u eerst de cookies accepteren.",
            "Sorry, deze video is niet beschikbaar in jouw land.",
            "Wij gebruiken cookies om uw ervaring te verbeteren.",
            "Je moet JavaScript inschakelen om deze video af te spelen.",
            "Al abonnee? Log in en lees verder.",
            "Dit artikel is exclusief voor abonnees.",
            "2:13 Afspelen knop Storm raast over het land",
            "Video afspelen",
            "Luister naar dit artikel 6:32",
            "Heb je een tip of opmerking? Stuur ons een bericht via WhatsApp.",
            "Foutje gezien? Mail de redactie.",
            "Deel dit artikel",
            "https://www.example.com/nieuws/123",
            "Een bericht gedeeld door De Krant (@dekrant)",
            "Onderwerpen: politiek, verkiezingen",
        ],
    );
}

#[test]
fn english_furniture() {
    check(
        &["furniture"],
        &[
            "Advertisement",
            "ADVERTISEMENT",
            "Story continues below advertisement",
            "Article continues after this ad",
            "Read more: Prime minister resigns after vote",
            "READ MORE | How the night unfolded",
            "Read more on this story",
            "Watch: Drone footage shows scale of flooding",
            "Sign up for our newsletter",
            "Sign up to First Edition, our free daily newsletter",
            "Sign up here for our daily briefing on the war.",
            "Follow us on Twitter and Instagram",
            "Follow live updates on our blog here",
            "Click here to read the full report",
            "Listen to our podcast on the election",
            "This article was updated on 5 March 2023.",
            "Last updated: 12 March 2023",
            "This article is more than 2 years old",
            "Accept cookies to view this content",
            "To view this content you need to enable JavaScript in your browser",
            "We use cookies to improve your experience on our website.",
            "This video can not be played",
            "Sorry, this content is not available in your region.",
            "Share this article",
            "Related articles",
            "More on this story",
            "View image in fullscreen",
            "Skip past newsletter promotion",
            "after newsletter promotion",
            "Already a subscriber? Log in",
            "3 min read",
            "24 comments",
            "Play video 1:23",
            "1:23 Play video Inside the flooded town",
            "View this post on Instagram",
            "A post shared by The Paper (@thepaper)",
            "Do you have a story to share? Email us at news@example.com",
            "Have you been affected by the floods? Get in touch.",
            "Download our app for breaking news alerts",
            "Recommended Stories",
            "Explore more on these topics",
        ],
    );
}

#[test]
fn sentences_that_only_look_like_it() {
    check(
        &["paragraph"],
        &[
            "Kijk, dat is het probleem, zegt hij.",
            "Lees verder in de Bijbel, zei de dominee.",
            "Volg het geld, is zijn devies.",
            "Advertenties leverden de krant 3 miljoen op.",
            "De advertentie gaat verder dan de wet toestaat, vindt de toezichthouder.",
            "Websites moeten toestemming vragen voordat zij cookies plaatsen, oordeelde de rechter.",
            "Gebruikers moeten eerst de cookies accepteren om de inhoud te kunnen zien.",
            "De video's werden op YouTube door miljoenen mensen bekeken.",
            "In haar podcast vertelt zij over de oorlog.",
            "0:45 stond er op de klok toen de bal erin ging.",
            "Na 1:43 was de race voorbij en stond de Belg op het podium.",
            "Het verhaal gaat verder onder de grond, waar de mijnwerkers leefden.",
            "De tekst gaat verder dan het vorige akkoord.",
            "Deel van de foto's blijkt vals te zijn.",
            "\"Bekijk de video en oordeel zelf\", zegt de advocaat.",
            "Luister naar de kinderen, schreef zij in haar brief.",
            "Meer over de zaak wilde de officier niet kwijt.",
            "Volg het kanaal tot de sluis en ga daar over de brug.",
            "Wij accepteren dit besluit niet en gaan in beroep.",
            "Helaas kunnen wij u daar niets over vertellen.",
            "Gepubliceerd in 1953 werd de roman meteen een succes.",
            "Bakkers die koekjes bakken hebben niets met cookies te maken.",
            "De nieuwsbrief van de gemeente meldde de sluiting van de brug.",
            "Sorry, maar dat is niet wat hier is afgesproken, stond in de brief.",
            "The cookie factory in Zaandam closed.",
            "Read the room, he told his colleagues.",
            "Follow the money, the detective said.",
            "Published in 1953, the novel was an instant success.",
            "Watch sales fell by ten percent last year.",
            "Share prices of the video company fell sharply on Monday.",
            "Listening to podcasts has become a habit for millions.",
            "The article continues a tradition of writing about the poor.",
            "You have to accept that things change, she said.",
            "This video was filmed in the harbour, according to the police.",
            "Sign language is taught at the school.",
            "Related claims were dismissed by the court.",
            "Updated figures for 2023 put the number of dead at 31.",
            "More than 40 people were injured in the blast.",
            "Play resumed at 2:15 after rain had stopped it.",
            "We will not accept cookies from strangers, the children sang.",
            "Subscribers to the service fell for the first time in ten years.",
            "See you in court, the president wrote.",
        ],
    );
}

#[test]
fn furniture_does_not_take_the_text_with_it() {
    check(
        &["furniture", "paragraph"],
        &[
            "Advertentie De minister zei gisteren dat zij niet zal aftreden.",
            "Tekst gaat verder onder de foto De minister zei gisteren dat zij niet zal aftreden. Zij gaat door.",
            "ADVERTISEMENT The minister said on Monday that she would not resign.",
            "Lees ook: Minister stapt op. De minister zei gisteren dat zij toch niet zal aftreden. Zij gaat door met haar werk.",
        ],
    );
    check(&["furniture", "caption"], &["Volledig scherm Gewonden worden behandeld in een ziekenhuis. © AP"]);
}

#[test]
fn captions() {
    check(
        &["caption"],
        &[
            "Brandweerlieden blussen een brand in de haven. © ANP",
            "De premier in de Kamer. Foto: ANP / Jan de Vries",
            "De premier in de Kamer. (Foto: Reuters)",
            "De premier in de Kamer Beeld ANP",
            "De premier op weg naar zijn kantoor. Beeld: Jan de Vries",
            "Een tank bij de stad. AFP FOTO: Jan Jansen, AFP",
            "Image caption, The bridge collapsed on Sunday",
            "A firefighter at the scene. Photograph: Jane Doe/AFP/Getty Images",
            "A firefighter at the scene on Monday. REUTERS/Jane Doe",
            "People queue for bread in the city, March 5, 2023. (AP Photo/Jane Doe)",
            "Residents return to their homes after the flood. Jane Doe/Reuters",
            "Foto ANP",
            "© Belga",
        ],
    );
    check(
        &["paragraph"],
        &[
            "Het beeld: een verlaten stad waar niemand meer woont.",
            "De foto: hij hangt nog altijd in de gang van het huis.",
            "Dat meldt het persbureau Reuters.",
            "The picture was taken by Reuters.",
        ],
    );
}

#[test]
fn headings() {
    check(&["heading"], &["In puin", "Wat is er gebeurd?", "‘Nog geen oplossing’", "Why it matters", "Three years on"]);
    check(&["paragraph"], &["“Ik ga niet weg!”", "Nee, zei hij.", "Door onze redacteur"]);
}

#[test]
fn more_furniture_of_other_outlets() {
    check(
        &["furniture"],
        &[
            "Lees meer over dit onderwerp in ons dossier",
            "LEES OOK: Dit weten we over de aanslag",
            "Bekijk ook: zo ziet de nieuwe brug eruit",
            "Verhaal gaat verder onder de tweet",
            "Het artikel gaat hieronder verder.",
            "Lees onder de foto verder",
            "Volg alle ontwikkelingen in ons liveblog.",
            "Wil je op de hoogte blijven? Volg ons WhatsApp-kanaal.",
            "Beluister de podcast via Spotify of Apple Podcasts",
            "Reageren? Mail naar reacties@example.nl",
            "Deze video kan niet worden afgespeeld omdat je geen cookies hebt geaccepteerd.",
            "Je kunt deze inhoud niet zien omdat je de cookies niet hebt geaccepteerd.",
            "Bekijk deze post op Instagram",
            "Dit artikel verscheen eerder in de papieren krant.",
            "Gepubliceerd op 12 mei 2021 om 08:15",
            "Ontvang elke ochtend onze gratis nieuwsbrief",
            "Kijk hier naar de volledige persconferentie",
            "Get our free newsletter delivered to your inbox",
            "Read our full coverage of the war",
            "Watch the moment the bridge collapses in the video below",
            "Continue reading the main story",
            "Scroll down for video",
            "Enter your email address to subscribe to our newsletter",
            "Please enable cookies to watch this video.",
            "Your browser does not support the video tag.",
            "SEE ALSO: The best photos of the year",
            "Updated 10:42 GMT, 5 March 2023",
            "For more news, visit our website.",
            "RELATED: What we know about the crash",
            "By signing up you agree to our terms of use.",
            "Send your photos to pictures@example.com",
            "Comments are closed on this article.",
            "Allow cookies and continue",
            "Tap here to download our app",
        ],
    );
}

#[test]
fn more_sentences_that_only_look_like_it() {
    check(
        &["paragraph"],
        &[
            "De video gaat verder waar de vorige ophield.",
            "Lees: hij had geen keus.",
            "Volg je hart, was haar advies.",
            "Klik, en de deur was dicht.",
            "Dit artikel van de grondwet is sinds 1983 niet gewijzigd.",
            "Dit artikel is volgens de rechter niet van toepassing op de zaak.",
            "Deze inhoud van het akkoord viel slecht bij de vakbonden.",
            "Bekijk het van de andere kant: de huren dalen.",
            "De app is in een week tijd tienduizend keer gedownload.",
            "Cookies van oma waren het geheim van de bakkerij.",
            "Meer over smaak dan over geld ging het debat die avond.",
            "Tekst en muziek zijn van dezelfde componist.",
            "Video van het ongeluk ging de hele wereld over.",
            "Delen van de stad zitten nog zonder stroom.",
            "Schrijf je in bij de Kamer van Koophandel, is het eerste wat starters horen.",
            "Onze excuses zijn niet genoeg, zei de premier.",
            "The story continues to haunt the village.",
            "Watch the skies, astronomers advise, because the comet returns in May.",
            "The newsletter said that the factory would close in June.",
            "Video evidence was shown to the jury on Tuesday.",
            "This article of the treaty has never been used.",
            "Please accept this as a warning, the letter read.",
            "Sorry is a word the minister does not use.",
            "Read to your children every day, experts advise parents.",
            "Our readers will remember the flood of 1953.",
            "You can see the mountains from here on a clear day.",
            "Click farms in the region employ hundreds of people.",
            "Related parties must disclose their interests under the new law.",
            "Listen to the silence and you hear the war.",
            "We use less water than ten years ago.",
            "12 people were killed and 30 wounded.",
            "Subscribe to the theory or not, the numbers are real.",
            "More about money than about love, the marriage lasted a year.",
            "At 3:15 the video shows a man leaving the shop.",
            "2:15 was his best time of the season.",
        ],
    );
}

#[test]
fn furniture_that_is_not_found_yet() {
    // FIXME: a statement with an offer in it, told from a statement by nothing but the offer.
    check(&["paragraph"], &["You can listen to the full interview on our podcast."]);
}

#[test]
fn furniture_of_regional_papers_and_broadcasters() {
    check(
        &["furniture"],
        &[
            "Lees ook de reportage van onze verslaggever over de overstroming",
            "Bekijk de livestream van het debat hieronder.",
            "Artikel loopt door onder de afbeelding",
            "Volg ons op Facebook",
            "Sorry, dit bericht kan niet worden getoond zonder cookies.",
            "Helaas, deze video is niet beschikbaar.",
            "Klik op de kaart voor een grotere versie",
            "Download hier gratis de app",
            "Abonneer u op de podcast",
            "Deel je reactie hieronder",
            "Laatste update: 3 april, 21.15 uur",
            "Check out our latest podcast episode",
            "Read: Why the vote was delayed",
            "The story continues below the photo",
            "Follow the latest updates on our live blog",
            "You need to accept marketing cookies to view this video.",
            "Email us at tips@example.com",
            "Subscribe to the newsletter",
            "Video: Inside the flooded mine",
            "First published on 3 May 2019",
        ],
    );
}

#[test]
fn sentences_with_the_words_of_a_page() {
    check(
        &["paragraph"],
        &[
            "Check the app store figures and a different picture emerges, analysts said.",
            "Kijk naar de foto's uit die tijd en je ziet een lege stad.",
            "Luister naar de podcast en je hoort een man die niet meer gelooft.",
            "Laatste updates van het model lossen dat probleem niet op.",
            "De cookies worden in Zaandam gebakken.",
            "Log boeken werden in die tijd met de hand geschreven.",
            "Pas op zondag werd duidelijk dat de video niet echt was.",
            "Zet de beelden naast elkaar en het verschil is duidelijk.",
            "Manage the forest well and it will feed you, the elders say.",
            "Click, and the light went out.",
            "Open brieven aan de redactie waren toen een gewoon middel.",
            "Stem op de partij die het meeste belooft, was de gedachte.",
            "In the video, which was shared on Twitter, a man is seen running.",
            "Speel niet met vuur, waarschuwde de brandweer.",
            "Sta op en loop, zei de arts.",
            "Meer nieuws kwam er die dag niet uit de stad.",
            "Register offices across the country closed at noon.",
            "Settings were changed remotely, the company found.",
            "Allow me to explain, she began.",
            "Deze website van de overheid trok vorig jaar een miljoen bezoekers.",
        ],
    );
}
