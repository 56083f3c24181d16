//! The irregular verbs of Dutch.
//!
//! E-ANS (Algemene Nederlandse Spraakkunst, <https://e-ans.ivdnt.org>), 2.3.5, the irregular verbs a, each with the infinitive, the singular
//! and the plural of the past, and the past participle; and 2.3.6, the irregular verbs b, with all their forms. A form behind `~` is more often another
//! word (`reden`, `weken`): alone it stands for the verb no more than for that; behind a prefix it does.
//!
//! The table was set beside the Dutch verbs of the Grammatical Framework's resource grammar (IrregDut.gf), which all are in it with their
//! forms, and each form beside OpenTaal's spelling dictionary: where that has a weak form too (`schepte`, `prijsde`) it follows
//! the strong ones. It lacks `scheed` and `gescheden`, `gespouwen`, `houwde` and `zeide`, which grammars have.

/// One a line; forms of a second conjugation follow.
pub(super) const VERBS: &str = "\
bakken bakte bakten gebakken gebakt
bannen bande banden gebannen
barsten barstte barstten gebarsten
bederven bedierf bedierven bedorven
bedriegen bedroog bedrogen bedrogen
beginnen begon begonnen begonnen
behangen behing behingen behangen behangde behangden
bergen borg ~borgen geborgen
bersten ~borst ~borsten geborsten
bevelen beval bevalen bevolen
bewegen bewoog bewogen bewogen
bezwijken bezweek bezweken bezweken
bidden ~bad ~baden ~gebeden
bieden bood ~boden geboden
bijten beet beten gebeten
binden ~bond ~bonden gebonden
blazen blies bliezen geblazen
blijken bleek bleken gebleken
blijven bleef bleven gebleven
blinken blonk blonken geblonken
braden braadde braadden gebraden
breken brak braken gebroken
brengen bracht brachten gebracht
brouwen brouwde brouwden gebrouwen gebrouwd
buigen ~boog ~bogen gebogen
delven dolf dolven gedolven delfde delfden
denken dacht dachten gedacht
dingen dong dongen gedongen
doen deed deden gedaan
dragen droeg droegen gedragen
drijven dreef dreven gedreven
dringen drong drongen gedrongen
drinken dronk ~dronken gedronken
druipen droop dropen gedropen
duiken dook doken gedoken
dunken docht dochten gedocht
durven ~dorst ~dorsten gedurfd durfde durfden
dwingen dwong dwongen gedwongen
eten at aten gegeten
ervaren ervoer ervoeren ervaren ervaarde ervaarden
fluiten floot floten gefloten
gaan ging gingen gegaan
gedragen gedroeg gedroegen gedragen
gelden gold golden gegolden
gelijken geleek geleken geleken
genezen genas genazen genezen
genieten genoot genoten genoten
geven gaf ~gaven gegeven
gieten goot goten gegoten
glijden gleed gleden gegleden
glimmen glom glommen geglommen
graven groef ~groeven gegraven
grijpen greep grepen gegrepen
hangen hing hingen gehangen
heffen hief hieven geheven
helpen hielp hielpen geholpen
heten heette heetten geheten
hijsen hees hesen gehesen
hoeven hoefde hoefden gehoeven gehoefd
houden hield hielden gehouden
houwen hieuw hieuwen gehouwen houwde houwden
jagen joeg joegen gejaagd jaagde jaagden
kerven korf korven gekorven kerfde kerfden gekerfd
kiezen koos kozen gekozen
kijken keek keken gekeken
kijven keef keven gekeven
klieven ~kloof ~kloven gekloven kliefde kliefden gekliefd
klimmen klom klommen geklommen
klinken klonk klonken geklonken
kluiven ~kloof ~kloven gekloven
knijpen kneep knepen geknepen
komen kwam kwamen gekomen komt
kopen kocht kochten gekocht
krijgen kreeg kregen gekregen
krijsen krees kresen gekresen krijste krijsten gekrijst
krijten ~kreet ~kreten gekreten
krimpen kromp krompen gekrompen
kruipen kroop kropen gekropen
kwijten kweet kweten gekweten
lachen lachte lachten gelachen
laden laadde laadden geladen
laten liet lieten gelaten
lezen las lazen gelezen
liegen loog logen gelogen
liggen lag ~lagen gelegen
lijden leed ~leden ~geleden
lijken leek leken geleken
lopen liep liepen gelopen
luiken ~look loken geloken
malen maalde maalden gemalen gemaald
melken molk molken gemolken melkte melkten
meten ~mat ~maten gemeten
mijden meed meden gemeden
moeten moest moesten gemoeten
nemen nam ~namen genomen
nijgen neeg ~negen ~genegen
nijpen neep nepen genepen
ontginnen ontgon ontgonnen ontgonnen
plegen placht plachten gepleegd pleegde pleegden
pluizen ploos plozen geplozen pluisde pluisden gepluisd
prijzen prees prezen geprezen prijsde prijsden geprijsd
raden ried rieden geraden raadde raadden
rieken ~rook ~roken geroken
rijden reed ~reden gereden
rijgen reeg ~regen geregen
rijten reet reten gereten
rijzen rees rezen gerezen
roepen riep riepen geroepen
ruiken ~rook ~roken geroken
scheiden scheidde scheidden gescheiden ~scheed ~scheden ~gescheden
schelden schold scholden gescholden
schenden schond schonden geschonden
schenken schonk schonken geschonken
scheppen schiep schiepen geschapen schepte schepten geschept
scheren schoor schoren geschoren scheerde scheerden
schieten schoot schoten geschoten
schijnen scheen schenen geschenen
schijten scheet scheten gescheten
schrijden schreed ~schreden geschreden
schrijven schreef schreven geschreven
schrikken schrok schrokken geschrokken schrikte schrikten geschrikt
schuilen ~school ~scholen gescholen schuilde schuilden geschuild
schuiven schoof schoven geschoven
slaan sloeg sloegen geslagen
slapen sliep sliepen geslapen
slijpen ~sleep ~slepen geslepen
slijten sleet sleten gesleten
slinken slonk slonken geslonken
sluipen ~sloop ~slopen geslopen
sluiten sloot sloten gesloten
smelten smolt smolten gesmolten
smijten smeet smeten gesmeten
snijden sneed sneden gesneden
snuiten snoot snoten gesnoten snuitte snuitten gesnuit
snuiven snoof snoven gesnoven
spannen spande spanden gespannen
spijten speet speten gespeten
spinnen spon sponnen gesponnen ~spinde ~spinden gespind
splijten spleet spleten gespleten
spouwen spouwde spouwden gespouwen
spreken sprak spraken gesproken
springen sprong ~sprongen gesprongen
spruiten sproot sproten gesproten
spugen spoog spogen gespogen spuugde spuugden gespuugd
spuiten spoot spoten gespoten
staan stond stonden gestaan
steken stak ~staken gestoken
stelen ~stal ~stalen gestolen
sterven stierf stierven gestorven
stijgen steeg stegen gestegen
stijven steef ~steven gesteven stijfde stijfden gestijfd
stinken stonk stonken gestonken
stoten stootte stootten gestoten stiet stieten
strijden streed streden gestreden
strijken ~streek ~streken gestreken
stuiven stoof ~stoven gestoven
tijgen toog togen getogen
treden trad traden getreden
treffen trof troffen getroffen
trekken trok trokken getrokken
vallen viel vielen gevallen
vangen ving vingen gevangen
varen ~voer ~voeren ~gevaren
vechten vocht vochten gevochten
verdrieten verdroot verdroten verdroten
verdwijnen verdween verdwenen verdwenen
vergeten vergat vergaten vergeten
verliezen verloor verloren verloren
verslinden verslond verslonden verslonden
verwijten verweet verweten verweten
vinden vond vonden gevonden
vlechten vlocht vlochten gevlochten
vlieden vlood vloden gevloden
vliegen vloog vlogen gevlogen
vlieten ~vloot ~vloten gevloten
vouwen vouwde vouwden gevouwen
vragen vroeg vroegen gevraagd vraagde vraagden
vreten vrat vraten gevreten
vriezen vroor vroren gevroren
vrijen vree vreeen gevreeen vrijde vrijden gevrijd
waaien woei woeien gewaaid waaide waaiden
wassen waste wasten ~gewassen wies wiesen
wegen woog wogen gewogen
werpen wierp wierpen geworpen
werven wierf wierven geworven
weten wist wisten ~geweten
weven weefde weefden geweven
wijken ~week ~weken geweken
wijten ~weet ~weten ~geweten
wijzen ~wees ~wezen gewezen
winden ~wond ~wonden ~gewonden
winnen won wonnen gewonnen
wreken wreekte wreekten gewroken
wrijven wreef wreven gewreven
wringen wrong wrongen gewrongen
zeggen zei zeiden gezegd zegde zegden zeide
zeiken zeek zeken gezeken
zenden zond ~zonden gezonden
zien zag zagen gezien
zieden ziedde ziedden gezoden gezied
zijgen zeeg ~zegen gezegen
zingen zong zongen gezongen
zinken zonk zonken gezonken
zinnen ~zon ~zonnen gezonnen zinde zinden ~gezind
zitten zat zaten gezeten
zoeken zocht zochten gezocht
zouten zoutte zoutten gezouten
zuigen zoog zogen gezogen
zuipen zoop zopen gezopen
zwelgen zwolg zwolgen gezwolgen
zwellen zwol zwollen gezwollen
zwemmen zwom zwommen gezwommen
zweren zwoer zwoeren gezworen zwoor zworen zweerde zweerden
zwerven zwierf zwierven gezworven
zwijgen zweeg zwegen gezwegen";

/// One a line, all its forms. They take no prefix, but for `hebben`.
pub(super) const AUXILIARIES: &str = "\
hebben heb hebt heeft had hadden gehad
kunnen kan kunt kon konden gekund
mogen mag mocht mochten gemogen gemoogd
willen wil wilt wilde wilden wou wouden gewild
worden word wordt werd werden geworden wierd wierden
zijn ben bent is was waren geweest
zullen zal zult zou zouden";

/// What a separable verb begins with: prepositions and adverbs, and the nouns and adjectives that are written with a verb.
pub(super) const PARTICLES: &str = "aan aaneen achter achterna achterover achteruit af beet bekend bij bijeen binnen bloot boven buiten deel dicht \
    dood door droog gade gelijk gereed gevangen goed groot hard heen hoog in ineen kapot klaar kwijt langs lastig \
    leeg les los mede mee mis na nader neer om omhoog omlaag omver onder onderuit op open opeen opzij over overeen \
    overeind overhoop plaats plat prijs recht rechtop rond samen schoon schuil stand stil stop stuk tegemoet tegen \
    tekort teleur teloor teniet tentoon terecht terneer terug teweeg thuis toe uit uiteen vast veilig vol voor \
    vooraf voorbij voorop voorover voort vooruit vrij waar weer weg wijs";

/// What an inseparable verb begins with: its participle has no ge-.
pub(super) const PREFIXES: &str = "be her mis om onder ont over door er aan ver vol voor weer achter";
