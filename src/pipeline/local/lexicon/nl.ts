import type { Lexicon } from "./concepts.ts";

export const nl: Lexicon = {
  price:
    "prijs, prijzen, *prijslijst*, kosten, kost, wat kost, tarief, tarieven, vergoeding, duur, goedkoper, per stuk, per persoon, per maand",
  quote: "offerte*, prijsopgave, aanbieding, voorstel, kostenraming, begroting",
  demo: "demo*, demonstratie, presentatie, laten zien, rondleiding, meekijken",
  trial: "proef*, uitproberen, proberen, testen, monster*, proefperiode, proefles, pilot",
  buy: "kopen, aanschaffen, aanschaf, bestellen, afnemen, huren, inschrijven, aanmelden, boeken, overstappen, klant worden, afsluiten, koop, bestelling plaatsen",
  interest:
    "geïnteresseerd, interesse, op zoek, zoeken, zoek, informatie, meer weten, overweeg, overwegen, aanbevolen, aangeraden, benieuwd, graag willen, zouden graag, zou graag, oriënter*, aanvraag",
  need: "nodig, hebben we, behoefte, eisen, wensen, momenteel, op dit moment, nu nog, wij zijn een, we zijn een, vervangen",
  compare:
    "vergelijk*, alternatie*, concurrent*, andere aanbieder*, andere leverancier*, huidige leverancier, verschil*",
  bulk: "groothandel, wederverkoper*, dealer*, aantallen, grotere aantallen, staffel*, medewerkers, personeel, werkplekken, vestigingen, locaties, filialen, personen, stuks, licenties, gasten, pallets, zakelijk*",
  discount: "korting*, kortingscode, actieprijs, tegoedbon, kwantumkorting, gereduceerd, voordeel*",
  budget: "budget*, maximaal, hooguit, tot maximaal",
  available:
    "beschikbaar*, op voorraad, leverbaar, levertijd, uitverkocht, plek, plaatsen vrij, nog vrij, wanneer kunnen jullie",
  doyou:
    "bieden jullie, hebben jullie, doen jullie, leveren jullie, verkopen jullie, kunnen jullie ook, heeft u, levert u, biedt u, verkoopt u, is het mogelijk, werken jullie met, ondersteunen jullie, bestaat er, zijn er mogelijkheden, accepteren jullie",
  visit:
    "bezichtig*, langskomen, langs komen, bezoek, afspraak, bellen, terugbellen, adviesgesprek, komen kijken, inmeten, kennismaken, kennismaking, gesprek",
  tender: "aanbesteding*, bestek, inschrijving sluit, offertetraject, programma van eisen",
  event:
    "bruiloft*, verjaardag*, feest*, bedrijfsuitje, evenement*, groep, schoolreis*, klas, congres, personeelsfeest, jubileum, kinderfeestje, receptie",
  booking:
    "boeking*, geboekt, reserver*, kamer*, tafel, nachten, verblijf, kaarten, kaartjes, tickets, cursus*, les, lessen, vlucht",
  order: "bestelling*, besteld*, bestelnummer, ordernummer, order, gekocht, winkelmand*",
  delivery:
    "lever*, *levering*, pakket*, pakje, zending*, verzend*, verzonden, bezorg*, bezorger, track, aangekomen, onderweg, douane, koerier, afgeleverd, postnl",
  broken:
    "kapot*, stuk, defect*, beschadigd*, gebroken, scheur*, gescheurd, lek, lekt, lekkage, kras*, gebarsten, barst*, vlek*, los, krom, verbogen, schimmel*, roest*, rammelt, piept, afgebroken",
  fails:
    "werkt niet, werken niet, doet het niet, doen het niet, lukt niet, fout*, foutmelding*, storing*, probleem*, problemen, loopt vast, vastgelopen, kan niet, kunnen niet, komt niet, komen niet, laadt niet, start niet, verdwenen, blijft hangen, niet zichtbaar, sinds de update, geen verbinding, krijg ik niet, hapert, valt uit, komen niet aan, komt niet aan, niet meer aan, werkt niet meer",
  login:
    "wachtwoord*, inlog*, inloggen, toegang, account geblokkeerd, geblokkeerd, verificatiecode, gebruikersnaam, buitengesloten, tweestaps*",
  howto:
    "hoe kan ik, hoe kunnen we, hoe moet ik, waar vind ik, waar kan ik, hoe zet ik, hoe werkt, moet ik, moeten we, kan ik, kunnen we, kan dat, mag ik, is het normaal, wat betekent, is er een manier, hoe doe ik, hoe lang",
  return:
    "retour*, terugsturen, teruggestuurd, ruilen, omruilen, terugbrengen, herroep*, te groot, te klein, past niet, retourlabel",
  warranty: "garantie*, reserveonderde*, vervang*, onderdeel, onderdelen, coulance",
  missing:
    "ontbreekt, ontbreken, mis ik, missen, niet ontvangen, nooit ontvangen, niet aangekomen, kwijt, verloren, niet geleverd, nog niets, nog steeds niet, onvolledig, waar blijft, zat er niet bij, niet binnen",
  wrong:
    "verkeerd*, fout, onjuist*, in plaats van, klopt niet, kloppen niet, per ongeluk, vergissing, anders dan, niet juist",
  change:
    "wijzig*, *wijziging*, veranderen, verzetten, verplaats*, aanpassen, omboeken, uitstellen, toevoegen, verwijderen, overzetten, bijwerken, verlengen, pauzeren, doorgeven",
  cancel: "annuler*, opzeg*, *opzegging*, opgezegd, stopzetten, beëindig*, afzeggen, ontbinden",
  account:
    "mijn account, ons account, account, profiel, klantnummer, lidnummer, lidmaatschap, portaal, portal, polisnummer, gebruiker*, lid, app, contractnummer",
  appointment: "afspraak, afspraken, mijn boeking, onze boeking, mijn reservering, onze reservering, tijdslot",
  repair:
    "repar*, monteur*, storingsdienst, onderhoud*, installateur*, loodgieter, maken, herstellen, langskomen, montage, installatie",
  waiting:
    "wacht, wachten, geen reactie, geen antwoord, niemand, al weken, al dagen, nog steeds, derde keer, tweede keer, weer, opnieuw, niets gehoord, niks gehoord, beloofd, zou worden, herinnering, nabellen, gezegd dat",
  status:
    "status, stand van zaken, wanneer komt, wanneer wordt, wanneer, hoe lang duurt, waar is mijn, hebben jullie ontvangen, update over, al verzonden",
  setup:
    "instell*, configur*, koppel*, *koppeling*, exporter*, importer*, synchron*, integratie*, api, rechten, rollen, activer*, download*, upload*, sjabloon, domein*, dns, installer*, overzetten, toevoegen",
  technical:
    "scherm, knop, browser, versie, update, software, server, apparaat, accu, batterij, oplader, kabel, wifi, router, motor, pomp, ventiel, ketel, cv-ketel, verwarming, printer, filter, sensor, schermafbeelding, serienummer, foutcode, rits, schroef",
  outage:
    "plat, ligt eruit, offline, niet bereikbaar, onbereikbaar, niemand kan, alle vestigingen, geen stroom, geen water, geen internet, geen verwarming, geen warm water, ligt stil, sinds vanochtend",
  owns: "ik heb gekocht, gekocht, besteld, wij gebruiken, we gebruiken, ik gebruik, klant sinds, klant bij, klant zijn, mijn abonnement, ons abonnement, ons contract, mijn contract, ontvangen, geboekt, betaald, jullie monteur, uw monteur, jullie collega, uw collega, mijn nieuwe, lid sinds",
  invoice:
    "*factuur, *facturen, factuurnummer, gefactureerd, factureren, nota, rekening, creditnota, creditfactuur, facturatie",
  charge:
    "afgeschreven, afschrijving*, incasso*, automatische incasso, in rekening gebracht, berekend, geïncasseerd, bankafschrift, afgeboekt",
  refund:
    "terugbetal*, terugstort*, geld terug, restitutie, terugboek*, vergoed*, schadevergoeding, borg, waarborgsom, crediteren, gecrediteerd",
  pay: "betal*, betaald, *betaling*, voldaan, voldoen, overgemaakt, overmaken, overboek*, termijn*, aanbetaling, bedrag, bedragen, saldo, openstaand*, betalingstermijn, ideal, tikkie",
  double: "dubbel*, twee keer, tweemaal, 2x, twee facturen, twee keer afgeschreven",
  overdue:
    "aanmaning*, achterstallig*, betalingsherinnering*, openstaand*, vervallen, nog niet betaald, incassobureau, verlopen, betalingsachterstand, niet voldaan",
  tax: "btw, belasting*, btw-nummer, kvk, verlegd, fiscaal, vrijgesteld, belastingdienst, exclusief btw",
  bank: "iban, bic, rekeningnummer, bankrekening, bankgegevens, sepa, machtiging, bank",
  card: "creditcard, betaalpas, pas verlopen, nieuwe kaart, kaartnummer, paypal, bankpas, betaalmethode",
  po: "inkoopnummer, inkooporder*, ordernummer op de factuur, kostenplaats, crediteurenadministratie, factuuradres, tenaamstelling, leveranciersnummer, referentie op de factuur, peppol",
  receipt:
    "bon, bonnetje, betaalbewijs, kopie van de factuur, kopie factuur, boekhoud*, accountant, administratie, afsluiting, jaaropgave, declar*, rekeningoverzicht",
  subscription:
    "abonnement*, verleng*, maandelijks*, jaarlijks*, looptijd, pakket, upgraden, contributie, lidmaatschap, proefabonnement",
  correct:
    "corriger*, correctie*, gecorrigeerd*, aanpassen, herzien, opnieuw sturen, opnieuw opmaken, uitleg*, toelicht*, verklaar*, betwist*, afgesproken, te hoog, te veel, klopt niet, bezwaar",
  pitch:
    "wij helpen, ik help, helpen bedrijven, verhoog, meer omzet, meer klanten, uw concurrenten, jullie concurrenten, uw branche, bedrijven zoals, vrijblijvend*, gratis analyse, gratis scan, gegarandeerd, bespaar*, besparen, onze oplossing, uw website, jullie website, groei, nieuwe klanten, ontzorgen, resultaat",
  marketing:
    "seo, google, vindbaarheid, backlink*, gastblog, linkbuilding, social media, instagram, advert*, campagne*, leads, marketing, bureau, webdesign, nieuwe website, adressenbestand, bedrijvengids, vermelding, influencer*, bereik, reviews, sponsor*, zoekmachine*",
  ask_time:
    "15 minuten, 20 minuten, 10 minuten, 30 minuten, kwartiertje, kort gesprek, kort belletje, even bellen, juiste persoon, contactpersoon, wie gaat, wie is verantwoordelijk, wie gaat er over, mag ik, zal ik, sta je open, staat u open, volgende week, agenda, kennismaken, kop koffie",
  intro:
    "wij zijn een, toonaangevend*, fabrikant van, producent van, gespecialiseerd, ons bedrijf, ons bureau, onze diensten, onze producten, onze catalogus, oprichter, accountmanager, mijn naam is, stel me voor, wij leveren, wij bieden, wij produceren, namens",
  supply:
    "onze factuur, bijgaand onze, bijgaand de factuur, in de bijlage onze, hierbij de factuur, prijswijziging*, prijsverhoging*, prijsaanpassing*, pakbon, goederen, pallets, laden, lossen, ophalen, uw bestelling bij ons, gepland onderhoud, onderhoudswerkzaamheden, verhuurder, huurder*, beste huurder, huur, vervaldatum, gelieve te betalen, verzoeken wij u, onze bankgegevens, vakantiesluiting, beste klant, geachte klant, geachte relatie, beste relatie, leverdatum, nalevering, te voldoen",
  partner: "partner*, samenwerk*, affiliate*, commissie, sponsor*, standhouder*, beursstand, ambassadeur*",
  compliment:
    "op jullie website, op uw website, kwam ik jullie, kwam ik uw, viel me op, zag ik dat, gefeliciteerd met, jullie website",
  bump: "nog even terugkom*, mijn vorige mail, mijn vorige bericht, mijn eerdere mail, heeft u gelegenheid, hebben jullie kunnen, laatste poging, opvolging, even opvolgen",
  optout: "geen interesse, niet geïnteresseerd, afmelden, niet meer ontvangen, laat het me weten, geen behoefte",
  staffing: "kandidat*, uitzendbureau, werving, detachering, recruiter, headhunter, vakmensen, profielen",
  clients: "onze klanten, klanten zoals, referenties, case, cases, ruim 100, meer dan 200, honderden",
  apply:
    "sollicit*, *sollicitatie*, motivatiebrief, sollicitatiegesprek, open sollicitatie, bij jullie werken, bij u werken, in dienst, opzegtermijn, per direct beschikbaar, team versterken",
  cv: "cv, curriculum, diploma*, portfolio",
  job: "vacature*, baan, functie, bijbaan, parttime, fulltime, werk, werken bij, zaterdagbaan, vakantiewerk, oproepkracht, uren per week, zij-instromer",
  intern: "stage*, stagiair*, stageplaats, stageplek, leerwerk*, bbl, meeloop*, snuffelstage, vrijwillig*",
  experience:
    "ervaring, jaar ervaring, gewerkt als, gewerkt bij, opleiding, afgestudeerd, studie, studeer, rijbewijs, hbo, mbo, vaardigheden, gemotiveerd, leergierig",
  reference: "referentie*, oud-medewerker, voormalig medewerker, werkgeversverklaring, getuigschrift, bij u gewerkt",
  salary: "salaris*, loon, uurloon, salarisindicatie, bruto",
  privacy:
    "avg, gdpr, persoonsgegevens, privacy*, inzageverzoek, inzage, verwijderen van mijn gegevens, mijn gegevens, gegevens verwijderen, autoriteit persoonsgegevens, toestemming, verwerkingsverantwoordelijke, vergetelheid",
  lawyer:
    "advocaat*, advocaten*, advocatenkantoor, cliënt*, jurist*, juridisch*, notaris*, deurwaarder*, namens cliënt, rechtsbijstand*",
  court:
    "rechtbank*, rechter, rechtszaak, kort geding, dagvaard*, procedure, politie, aangifte, vordering, beslag, geschillencommissie, vonnis, officier van justitie, kantonrechter",
  copyright:
    "auteursrecht*, merkrecht*, merk, inbreuk*, zonder toestemming, zonder mijn toestemming, verwijderen, sommatie, sommeer, sommeren, mijn foto, licentievergoeding, octrooi",
  contract:
    "verwerkersovereenkomst*, overeenkomst*, contract, clausule*, aansprakelijkheid*, geheimhouding*, algemene voorwaarden, bijlage bij, ondertekenen, ondertekend, addendum, concept",
  damages:
    "schadevergoeding, schade, letsel*, gewond*, ziekenhuis, aansprakelijk*, verzeker*, claim, ongeluk, ongeval, gevallen, allergisch*",
  statute:
    "op grond van, artikel, wet, wettelijk*, termijn van, binnen 14 dagen, binnen veertien dagen, hierbij, aangetekend, ingebrekestelling, in gebreke, verplicht, bij gebreke, ingevolge, verzuim",
  regulator:
    "acm, autoriteit*, consumentenbond, ombudsman, toezichthouder, gemeente, inspectie, kifid, belastingdienst, ministerie, klachteninstituut, afm, dnb",
  digest: "nieuwsbrief*, deze week, editie, nieuws, in dit nummer, trends, weekoverzicht, redactie, lezers, uitgelicht",
  unsubscribe:
    "uitschrijven, afmelden, u ontvangt deze, je ontvangt deze, bekijk in browser, voorkeuren, online versie",
  readmore: "lees meer, lees verder, meer weten, bekijk, ontdek, lees het hele",
  release: "nieuw:, nieuwe functie*, nu beschikbaar, vernieuwd*, versie, lancering, aankondiging, vanaf nu",
  webinar: "webinar*, meld je aan, beurs, congres, sprekers, workshop*, vroegboek*, inschrijven voor",
  sale: "uitverkoop, korting*, sale, alleen vandaag, laatste kans, gratis verzending, shop nu, profiteer, black friday, aanbieding*, bespaar",
  prize:
    "gewonnen, prijs gewonnen, winnaar, loterij, erfenis, begunstigde, miljoen*, overleden, donatie van, nalatenschap",
  verify:
    "verifi*, bevestig uw, bevestig je, geblokkeerd*, opgeschort, mailbox, postvak, vol, opslag, ongebruikelijk*, werk uw gegevens, gegevens bijwerken, 24 uur, 48 uur, verloopt, beperkt, identiteit, digid, bankpas vervangen, deactiv*",
  invest:
    "bitcoin, crypto*, belegg*, invester*, lening*, krediet, financiering, rendement, geld verdienen, trading, kapitaal",
  giftcard:
    "cadeaubonnen, cadeaukaarten, ben je op kantoor, bent u op kantoor, ben je bereikbaar, een klusje, een gunst, discreet, in een vergadering, mobiele nummer, spoedbetaling, spoedoverboeking, whatsapp",
  bankchange:
    "nieuwe bankrekening, nieuw rekeningnummer, gewijzigde bankgegevens, wijziging bankgegevens, nieuwe iban, oude rekening, ander rekeningnummer, van bank gewisseld",
  lure: "klik hier, klik op, onderstaande link, open de bijlage, bekijk document, gedeeld document, voicemail, invoerkosten, douanekosten, bezorgkosten, pakket wacht, betaal nu, actie vereist, laatste waarschuwing, qr-code, download",
  secrecy: "vertrouwelijk*, strikt vertrouwelijk, geheim*, discreet, niet bellen",
  adult: "viagra, casino, dating, seks, afvallen, gokken, singles",
  blackmail: "webcam, gehackt, opgenomen, uw contacten, je contacten, apparaat, slechte reviews, bitcoinadres",
  kindly: "beste vriend, geachte gebruiker, god zegene, attentie, beste gebruiker, dierbare",
  family:
    "mama, papa, oma, opa, dochter, zoon, man, vrouw, kinderen, opvang, zus, broer, avondeten, schat, lieverd, hond, kat, tante, oom",
  office:
    "koelkast, keuken, melk, koffie, koffieapparaat, lunch, taart, sleutels, vergaderzaal, parkeerplaats, printer, toner, laten liggen, sinterklaas, borrel, hoi allemaal, iedereen, collega's, rooster, verlof, ziek, thuiswerken",
  wrongperson:
    "verkeerde adres, verkeerd adres, per ongeluk, niet voor ons bestemd, niet voor mij, verkeerde persoon, doorsturen, verkeerd bezorgd, niet bestemd",
  affection: "kus, kusjes, liefs, xx, xxx, knuffel, haha, weekend, biertje, bbq, tot vanavond",
  absence:
    "afwezig*, niet aanwezig, vakantie, met vakantie, op vakantie, automatisch antwoord, terug op, weer bereikbaar, zwangerschapsverlof, niet meer werkzaam, bij spoed, in dringende gevallen, beperkt bereikbaar, met verlof",
  undelivered: "niet bezorgd, kon niet worden bezorgd, onbestelbaar, ontvanger onbekend, postvak vol",
  press:
    "journalist*, redactie*, pers, interview*, artikel, krant, tijdschrift, radio, reactie, woordvoerder, omroep, deadline, programma",
  survey:
    "enquête*, vragenlijst, statistiek*, onderzoek*, scriptie, universiteit, hogeschool, gemeente, cbs, kamer van koophandel, verplicht*, deelname, vereniging, bewoners, buren, wegwerkzaamheden",
  autoack:
    "wij hebben uw, we hebben je bericht ontvangen, bedankt voor uw bericht, bedankt voor je bericht, uw aanvraag is, niet beantwoorden, automatisch gegenereerd, automatisch bericht, ticketnummer, zaaknummer, ontvangstbevestiging, geaccepteerd, geweigerd",
  charity:
    "vereniging, goede doel, donatie*, doneren, loterij, vrijwillig*, stichting, sportclub, buurt*, school, rommelmarkt",
  student: "student*, scholier*, leerling*, scriptie, werkstuk, profielwerkstuk, docent*, school",
  thanks: "bedankt, dank, dankjewel, dank u, alvast bedankt, dankbaar",
  praise:
    "geweldig*, perfect, super, fijn*, tevreden, blij, mooi*, uitstekend, top, prachtig*, leuk*, vriendelijk*, enthousiast, complimenten, heerlijk*, goed geholpen",
  anger:
    "onacceptabel*, schandalig*, schande, teleurgesteld*, teleurstell*, boos, woedend, belachelijk*, klacht*, slecht*, oplichting, zat, waardeloos, irritant, ongelofelijk, nooit meer, niet normaal, vervelend, helaas, geen stijl, te gek voor woorden, wanprestatie, asociaal",
  insult:
    "idiot*, oplichters, oplichter, dieven, dief, klootzak*, eikel*, leugenaar*, prutsers, stom*, kut*, tering*, sukkel*, debiel*",
  urgent:
    "dringend*, spoed*, zo snel mogelijk, direct, onmiddellijk, meteen, vandaag, z.s.m, zsm, urgent, per omgaande, vanochtend, snel",
  deadline:
    "voor vrijdag, voor maandag, uiterlijk, morgen, deze week, volgende week, deadline, voor het weekend, zaterdag, op tijd, voor kerst, voor het einde",
  leave:
    "opzeggen, zeg op, opzegging, overstappen naar, concurrent, ergens anders, elders, niet verlengen, niet meer verlengen, andere aanbieder, andere leverancier, weg bij, laatste bestelling, ik zeg op, wij zeggen op, zeggen we op, zeg ik op, stap over, stappen over, overstappen, beëindig*, contract beëindigen, abonnement stoppen, abonnement stopzetten, naar een ander, een andere partij, klant kwijt, nooit meer, opzegtermijn",
  security:
    "kwetsbaarhe*, lek, datalek, gehackt, hacker*, phishing, verdacht*, fraude*, frauduleus, beveilig*, ongeautoriseerd, misbruik, virus, nepmail",
  injection:
    "negeer alle, negeer eerdere, negeer de, eerdere instructies, vorige instructies, ai-assistent, taalmodel, systeemprompt, kunstmatige intelligentie",
  safety:
    "rook, brand, vuur, verbrand*, gaslucht, gas, schok, vonken, gewond, gevaar*, ontplof*, oververhit*, ziekenhuis, koolmonoxide, allergisch",
  please: "alstublieft, alsjeblieft, aub, svp, graag, verzoek, zou u, zou je, zouden jullie",
  sorry: "sorry, excuses, excuus, spijt",
  formal: "geachte heer, geachte mevrouw, geachte, hoogachtend, met vriendelijke groet, met vriendelijke groeten, l.s.",
  informal: "hoi, hallo, hey, beste, dag, goedemorgen, goedemiddag, groetjes, gr, jullie, je, jij, ok",
  question: "wat, wanneer, waar, welke, welk, wie, waarom, hoe",
  canyou:
    "kunt u, kunnen jullie, kan iemand, zou u, zouden jullie, kun je, kan je, zou iemand, mag ik, zou het mogelijk, kan het",
  not: "niet, geen, nooit, niets, niks, zonder, noch",
  i: "ik, mij, me, ben",
  we: "wij, we, ons",
  you: "u, jullie, je, jij",
  my: "mijn, m'n",
  our: "onze, ons",
  your: "uw, jullie, jouw, je",
};
