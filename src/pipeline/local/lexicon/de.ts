import type { Lexicon } from "./concepts.ts";

export const de: Lexicon = {
  price:
    "preis, preise, preisen, *preisliste*, kosten, kostet, *gebühr*, was kostet, was würde, tarif*, konditionen, teuer, günstig*, pro stück, pro kopf, pro monat, pro person, stückpreis, hausnummer, ungefähr kosten",
  quote: "angebot*, kostenvoranschlag*, offerte*, unverbindliches angebot, preisangebot*, anbieten, richtpreis",
  demo: "demo*, vorführ*, vorführung, präsentation*, zeigen, vorstellen, produktvorstellung, online-termin, vorführtermin, kennenlernen",
  trial: "testen, testphase, testzugang, probe*, muster*, ausprobieren, schnupper*, testversion, pilot*, probemonat",
  buy: "kaufen, kauf, bestellen, erwerben, bestellung aufgeben, anmelden, abschließen, buchen, mieten, wechseln, neukunde*, beauftragen, auftrag erteilen, anschaffen, anschaffung",
  interest:
    "interess*, suchen, auf der suche, überlegen, infomaterial, informationen, nähere informationen, anfrage, empfohlen, empfehlung, aufmerksam geworden, planen, möchten gerne, würden gerne, würde gerne wissen",
  need: "brauchen, brauche, benötigen, benötige, bräuchten, bräuchte, bedarf, anforderung*, wir sind ein, wir betreiben, derzeit, aktuell, momentan, bisher, zurzeit, ersetzen",
  compare:
    "vergleich*, alternative*, wettbewerb*, mitbewerber*, andere anbieter, unterschied*, anderer anbieter, konkurrenz, drei angebote",
  bulk: "großhandel, wiederverkäufer*, händler*, stückzahl*, größere menge, mengen, staffelpreis*, mitarbeiter*, mitarbeitende*, arbeitsplätze, standorte*, filialen, personen, stück, lizenzen, gäste, paletten, mindestmenge, gewerblich*, firmenkunde*",
  discount:
    "rabatt*, nachlass, skonto, gutschein*, mengenrabatt, sonderpreis*, ermäßig*, vergünstig*, preisnachlass, gemeinnützig*",
  budget: "budget*, rahmen, maximal, höchstens, etat, kostenrahmen, preisrahmen",
  available:
    "verfügbar*, lieferbar, vorrätig, auf lager, lieferzeit*, noch frei, freie plätze, termin frei, wann könnten",
  doyou:
    "bieten sie, haben sie, machen sie, liefern sie, verkaufen sie, gibt es bei ihnen, gibt es auch, führen sie, können sie auch, könnten sie auch, unterstützt, ist es möglich, wäre es möglich, habt ihr, macht ihr, liefert ihr, bietet ihr, könnt ihr auch, kann man bei ihnen, übernehmen sie, arbeiten sie mit",
  visit:
    "besichtig*, vorbeikommen, vor ort, besuch*, beratung*, beratungstermin, rückruf, zurückrufen, anrufen, telefonat, telefonieren, aufmaß, treffen, anschauen, schaut sich das an, termin für",
  tender:
    "ausschreibung*, vergabe*, leistungsverzeichnis, lastenheft, angebotsfrist, bieter*, angebotsabgabe, submission",
  event:
    "hochzeit*, feier*, geburtstag*, firmenfeier, weihnachtsfeier, tagung*, veranstaltung*, gruppe, schulklasse, klassenfahrt, seminar*, teamevent, betriebsausflug, jubiläum",
  booking:
    "buchung*, gebucht, reservier*, zimmer, tisch, übernachtung*, nächte, anreise, abreise, tickets, karten, kurs, stunde, unterricht, flug",
  order: "bestell*, *bestellung*, bestellnummer, auftrag*, auftragsnummer, gekauft, warenkorb",
  delivery:
    "liefer*, *lieferung*, paket*, sendung*, versand*, geliefert, zugestellt, zustell*, sendungsverfolgung, tracking, spedition, fahrer, verschickt, angekommen, unterwegs, zoll, abholstation, packstation",
  broken:
    "kaputt, defekt*, beschädig*, gebrochen, riss, gerissen, kratzer, undicht, tropft, gesplittert, zerbrochen, mangel, mängel, fleck*, wackelt, klappert, quietscht, verbogen, abgebrochen, schimmel*, rost*, stinkt, geplatzt, locker",
  fails:
    "funktioniert nicht, geht nicht, gehen nicht, funktionieren nicht, fehler*, fehlermeldung*, störung*, absturz, stürzt ab, hängt, problem*, klappt nicht, kommt nicht, kommen nicht, lässt sich nicht, lassen sich nicht, kann nicht, können nicht, startet nicht, lädt nicht, nicht mehr möglich, verschwunden, bleibt hängen, fällt aus, ausgefallen, zeigt nicht, seit dem update, seit gestern, leider nicht, tut sich nichts, kommen nicht an, kommt nicht an, nicht mehr an, kommen nicht mehr, kommt nicht mehr, funktioniert nicht mehr, erreichen nicht",
  login:
    "passwort*, kennwort*, anmeldung, einloggen, login, gesperrt, zugang, zugangsdaten, zugriff, benutzername, verifizierungscode, ausgesperrt, zwei-faktor*, bestätigungscode",
  howto:
    "wie kann ich, wie können wir, wie mache ich, wie geht, wo finde ich, wo kann ich, wie stelle ich, wie ändere, wie funktioniert, muss ich, müssen wir, muss man, kann ich, können wir, kann man, darf ich, gibt es eine möglichkeit, ist das normal, was bedeutet, wo stelle ich, welche einstellung, wie lange dauert, reicht es",
  return:
    "rücksend*, zurücksend*, zurückschick*, retour*, umtausch*, umtauschen, rückgabe, zurückgeben, widerruf*, tauschen, zu groß, zu klein, passt nicht",
  warranty: "garantie*, gewährleistung*, ersatzteil*, ersatz, austausch*, reklamation*, reklamier*, kulanz",
  missing:
    "fehlt, fehlen, nicht angekommen, nicht erhalten, nie angekommen, nicht da, verloren, vermiss*, nicht bekommen, nicht eingetroffen, unvollständig, nicht dabei, wo bleibt, nichts angekommen",
  wrong:
    "falsch*, verwechsel*, irrtümlich, statt, stimmt nicht, stimmen nicht, nicht korrekt, abweich*, irrtum, fälschlich, anders als",
  change:
    "ändern, änderung*, umbuch*, verschieb*, verlegen, anpassen, aktualisier*, umstellen, hinzufügen, entfernen, austragen, umziehen, adressänderung, verlängern, pausier*, umschreiben, tauschen, erweitern",
  cancel: "stornier*, storno, kündig*, *kündigung*, absagen, abbestell*, beenden, rücktritt, zurücktreten",
  account:
    "konto, benutzerkonto, kundenkonto, kundennummer*, kd-nr, profil, portal, mitglied*, vertragsnummer, versicherungsnummer, nutzer*, benutzer, app",
  appointment:
    "termin, termine, terminvereinbarung, mein termin, unser termin, meine buchung, unsere buchung, meine reservierung",
  repair:
    "reparatur*, reparier*, techniker*, monteur*, handwerker, wartung*, instandsetz*, beheben, ansehen, montage, montier*, installier*, einbau*, kundendienst",
  waiting:
    "warte, warten, keine antwort, keine rückmeldung, niemand, seit wochen, seit tagen, immer noch, noch immer, zum dritten mal, zum zweiten mal, erneut, nichts gehört, vergeblich, versprochen, nachfragen, nachhaken, rückmeldung, hebt niemand ab, meldet sich niemand, hieß es",
  status:
    "status, stand der dinge, wann kommt, wann wird, wie lange, wann kann ich, sachstand, bearbeitungsstand, zwischenstand, wann ist mit, ist meine, schon verschickt",
  setup:
    "einricht*, einstell*, konfigur*, verbind*, schnittstelle*, export*, import*, api, synchron*, integration*, berechtigung*, rolle*, freischalt*, umzug, hochladen, herunterladen, vorlage*, aktivier*, deaktivier*, dns, domain",
  technical:
    "bildschirm, knopf, taste, browser, version, update, software, server, gerät*, akku, ladegerät, kabel, wlan, seriennummer, motor, pumpe, ventil, heizung, kessel, drucker, filter, sensor, fehlercode, reißverschluss, schraube*, scharnier, screenshot*",
  outage:
    "ausfall, totalausfall, stillstand, offline, nicht erreichbar, kompletter, niemand kann, alle standorte, kein strom, kein warmwasser, keine heizung, kein internet, steht alles, seit heute früh, nichts geht mehr",
  owns: "ich habe bei ihnen, wir haben bei ihnen, habe ich bei euch, gekauft, bestellt, wir nutzen, wir benutzen, ich nutze, kunde seit, kundin seit, bin seit, sind seit, unser vertrag, mein vertrag, meine mitgliedschaft, gebucht, erworben, ihr monteur, ihr techniker, ihr kollege, ihr mitarbeiter, ihre kollegin, erhalten, bekommen",
  invoice: "*rechnung, *rechnungen, rechnungsnummer, rechnungsnr, rg, rg-nr, *gutschrift*, rechnungs*, re-nr",
  charge:
    "abgebucht, abbuch*, belastet, belast*, eingezogen, lastschrift*, berechnet, in rechnung gestellt, verrechnet, kontoauszug, kreditkartenabrechnung, einzug, abgezogen",
  refund:
    "erstatt*, *erstattung*, rückzahl*, geld zurück, zurückerstatt*, zurücküberweis*, rückbuch*, gutschreiben, kaution, entschädig*",
  pay: "zahl*, *zahlung*, bezahl*, überweis*, beglichen, begleichen, anzahlung*, raten*, zahlungsziel, betrag, beträge, saldo, restbetrag, teilzahlung",
  double: "doppelt*, zweimal, zwei mal, 2x abgebucht, zwei rechnungen, nochmals abgebucht",
  overdue:
    "mahnung*, überfällig*, offen, offene, offenen, fällig, zahlungserinnerung*, verzug, zahlungsverzug, inkasso*, ausstehend*, noch nicht eingegangen",
  tax: "mwst, ust, ust-id*, umsatzsteuer*, mehrwertsteuer, steuer*, finanzamt, reverse charge, vorsteuer, steuernummer, nettobetrag",
  bank: "iban, bic, bankverbindung*, bankdaten, kontonummer, sepa*, bankkonto, hausbank, kontoverbindung*",
  card: "kreditkarte*, ec-karte, kartennummer, neue karte, karte abgelaufen, paypal, girokarte, zahlungsmittel, zahlungsart",
  po: "bestellnummer auf der rechnung, kostenstelle, lieferantennummer, rechnungsanschrift, rechnungsadresse, kreditorenbuchhaltung, lieferantenportal, bestellbezug, leitweg-id, xrechnung, e-rechnung, umschreiben",
  receipt:
    "beleg*, quittung*, kontoauszug, rechnungskopie, kopie der rechnung, buchhaltung, steuerberater*, jahresabschluss, monatsabschluss, abrechnung*, spesen, nachweis, zahlungsnachweis",
  subscription:
    "abo, abonnement*, verlänger*, monatlich*, jährlich*, laufzeit, vertragslaufzeit, tarif, paket, upgrade, downgrade, beitrag, mitgliedsbeitrag, jahresbeitrag",
  correct:
    "korrig*, korrektur*, berichtig*, neu ausstellen, rechnungskorrektur, klär*, erklären, nachvollzieh*, richtigstell*, widersprech*, widerspruch, reklamier*, vereinbart war, zu hoch, zu viel",
  pitch:
    "wir helfen, ich helfe, unterstützen unternehmen, wir unterstützen, steigern sie, mehr umsatz, mehr kunden, ihre mitbewerber, ihre wettbewerber, ihre branche, unternehmen wie ihres, betriebe wie ihr*, kostenlose analyse, kostenlos und unverbindlich, unverbindlich, garantiert*, sparen sie, bis zu, unsere lösung, ihre website, neue kunden, neukundengewinnung, ohne risiko, effizient*",
  marketing:
    "seo, suchmaschin*, google, ranking, platzierung*, backlink*, gastbeitrag, online-marketing, social media, instagram, werbung, werbe*, anzeige*, leads, kampagne*, webdesign, website-relaunch, agentur*, adressdaten*, adressen, branchenverzeichnis, branchenbuch, eintrag, influencer*, reichweite, bewertungen, sichtbarkeit, sponsoring",
  ask_time:
    "15 minuten, 20 minuten, 10 minuten, 30 minuten, kurzes telefonat, kurzes gespräch, kurz sprechen, kurz telefonieren, richtiger ansprechpartner, ansprechpartner, wer ist bei ihnen, zuständig, darf ich ihnen, soll ich ihnen, passt es ihnen, offen für, kurzer austausch, zeit für, nächste woche, kalender, wann passt",
  intro:
    "wir sind ein führender, führender hersteller, hersteller von, wir produzieren, wir liefern, wir sind spezialisiert, spezialist für, unser unternehmen, unsere firma, unser sortiment, unser katalog, unsere leistungen, gründer von, geschäftsführer der, vertriebsleiter, außendienst, mein name ist, ich bin, wir bieten, stelle mich vor, möchte uns vorstellen, unsere produkte",
  supply:
    "unsere rechnung, anbei unsere, anbei die rechnung, anbei erhalten sie, im anhang unsere, preisanpassung*, preiserhöhung*, listenpreis*, lieferschein*, ihre bestellung bei uns, wartungsarbeiten, wartungsfenster, betriebsferien, auslieferung, anlieferung, ware, paletten, lieferverzug, ihr vertrag bei uns, mietvertrag, vermieter*, hausverwaltung, mieter*, liebe mieter, sehr geehrter mieter, zahlbar bis, zahlbar innerhalb, bitte überweisen sie, fälligkeit, ihre lieferung, auftragsbestätigung, sehr geehrte geschäftspartner, geschäftspartner, liebe kunden, sehr geehrter kunde",
  partner:
    "partner*, partnerschaft*, kooperation*, zusammenarbeit, affiliate*, provision*, sponsor*, aussteller*, messestand, vertriebspartner*, gemeinsam*",
  compliment:
    "auf ihrer website, auf ihre website, bin auf sie gestoßen, auf sie aufmerksam, mir ist aufgefallen, ist mir aufgefallen, habe gesehen dass, beim stöbern, ihr internetauftritt, glückwunsch zu",
  bump: "nachfassen, noch einmal nachhaken, meine letzte mail, meine letzte nachricht, hatten sie gelegenheit, hatten sie zeit, kurz nachfragen, letzter versuch, nach oben holen, bezug auf meine",
  optout:
    "kein interesse, falls kein interesse, keine weiteren nachrichten, wenn das kein thema, abmelden, kurze rückmeldung genügt, nicht mehr anschreiben",
  staffing:
    "kandidat*, personalvermittlung, vermittlung*, personaldienstleist*, zeitarbeit, headhunter, fachkräfte, recruiting, profil*, jahresgehalt, leiharbeit*",
  clients:
    "unsere kunden, kunden wie, referenzen, fallstudie*, über 100, über 500, zahlreiche unternehmen, zu unseren kunden",
  apply:
    "bewerb*, *bewerbung*, bewerbungsunterlagen, initiativbewerbung, vorstellungsgespräch, anschreiben, möchte bei ihnen arbeiten, eintrittstermin, kündigungsfrist, probearbeiten, verstärkung, sucht ihr noch leute, sucht ihr, ausgeschrieben*",
  cv: "lebenslauf, unterlagen, zeugnis*, arbeitsproben, portfolio, cv",
  job: "stelle, stellen, stellenanzeige*, *stelle, job, jobs, arbeitsplatz, teilzeit, vollzeit, minijob, aushilfe, nebenjob, position, karriere, anstellung, quereinsteiger*, ferienjob, beschäftigung",
  intern:
    "praktik*, *praktikum*, schülerpraktikum, ausbildung*, azubi*, lehrstelle*, lehre, werkstudent*, schnuppern, schnuppertag*, volontariat, duales studium, freiwillig*",
  experience:
    "berufserfahrung, erfahrung, ausgebildet*, gelernt*, studium, studiert, abschluss, bachelor, master, gesell*, meister, führerschein, sprachkenntnisse, gearbeitet, jahre als, teamfähig, motiviert, kenntnisse",
  reference:
    "arbeitszeugnis*, referenz*, ehemalige mitarbeiter*, frühere* arbeitgeber, bei ihnen beschäftigt, arbeitsbescheinigung, beschäftigungsnachweis",
  salary: "gehalt*, lohn, gehaltsvorstellung*, stundenlohn, gehaltswunsch, brutto",
  privacy:
    "dsgvo, datenschutz*, personenbezogen*, auskunft nach, auskunftsersuchen, löschung, daten löschen, meine daten, art 15, art 17, artikel 15, einwilligung, betroffene*, verantwortlich*",
  lawyer:
    "rechtsanwalt*, rechtsanwält*, anwalt*, anwält*, kanzlei, mandant*, mandantin, namens und in vollmacht, rechtlich*, notar*, justiziar, rechtsabteilung, rechtsschutz*, vollmacht, juristisch*",
  court:
    "gericht*, klage*, verklag*, amtsgericht, landgericht, mahnbescheid, staatsanwalt*, polizei, verfahren, ermittlung*, beschluss, aktenzeichen, strafanzeige, anzeige erstatten, schlichtung*, insolvenz*, pfändung*",
  copyright:
    "urheberrecht*, marke, markenrecht*, abmahn*, *abmahnung*, unterlass*, rechtsverletz*, ohne genehmigung, ohne erlaubnis, bildrecht*, patent*, lizenzgebühr*, unbefugt*",
  contract:
    "avv, av-vertrag, auftragsverarbeitung*, vertrag, vertragsentwurf, klausel*, haftung*, geheimhaltung*, nda, agb, vereinbarung, nachtrag, unterzeichn*, gegenzeichn*, vertragsänderung*",
  damages:
    "schadensersatz, schadenersatz, schmerzensgeld, haften, haftpflicht*, verletz*, schaden, ansprüche, anspruch, unfall, krankenhaus, versicherung*, schadenmeldung, geltend",
  statute:
    "gemäß, nach §, paragraph, gesetz*, bgb, frist, fristsetzung, binnen, innerhalb von 14 tagen, fristgerecht, hiermit, verpflichtet, rechtsgrundlage, einschreiben, verordnung, widrigenfalls, ohne anerkennung",
  regulator:
    "verbraucherzentrale, behörde*, aufsichtsbehörde, datenschutzbehörde, ombuds*, landratsamt, ordnungsamt, bundesnetzagentur, gewerbeaufsicht, finanzamt, schlichtungsstelle, gesundheitsamt, zollamt, rückruf",
  digest:
    "newsletter*, ausgabe, diese woche, themen, wochenrückblick, rundbrief, aktuelles, nachrichten, magazin, überblick, redaktion, im fokus, leser*, branchennews",
  unsubscribe:
    "abmelden, abbestellen, newsletter abbestellen, sie erhalten diese, im browser, einstellungen ändern, vom newsletter",
  readmore: "weiterlesen, mehr erfahren, jetzt lesen, hier lesen, zum artikel, mehr dazu, jetzt ansehen, entdecken",
  release:
    "neu bei, neue funktion*, neuerung*, ab sofort, jetzt neu, version, produktneuheit*, ankündigung, wir freuen uns ihnen, neu im sortiment",
  webinar:
    "webinar*, jetzt anmelden, messe, fachmesse, kongress, referent*, frühbucher*, fortbildung*, seminar*, tagung, workshop*, plätze sichern",
  sale: "rabattaktion, sale, nur heute, jetzt sichern, sparen, angebot der woche, aktion, versandkostenfrei, jetzt shoppen, letzte chance, gewinnspiel, aktionspreis, black friday",
  prize:
    "gewonnen, gewinn, lotterie, erbschaft, erbe, nachlass, millionen, begünstigte*, verstorben*, erblasser, spende von, glückwunsch",
  verify:
    "bestätigen sie ihr, verifizier*, konto gesperrt, konto wird, gesperrt, sperrung, eingeschränkt*, sicherheitswarnung, postfach, speicher, ungewöhnlich*, aktualisieren sie, kundendaten, identität, legitimation, innerhalb von 24 stunden, innerhalb von 48 stunden, zugangsdaten bestätigen, läuft ab, photo-tan, phototan, online-banking",
  invest:
    "bitcoin, krypto*, investition*, investor*, kredit*, darlehen, finanzierung, rendite, trading, kapital, geld verdienen, zinssatz, zinsen, vermögen",
  giftcard:
    "gutscheinkarten, guthabenkarten, geschenkkarten, sind sie am platz, bist du am platz, bist du im büro, sind sie im büro, gefallen, kurz zeit, handynummer, eilig*, vertraulich*, in einer besprechung, dringende überweisung, dringende zahlung, paysafe*",
  bankchange:
    "neue bankverbindung, bankverbindung geändert, geänderte bankverbindung, neues konto, kontoänderung, neue kontodaten, bisheriges konto, altes konto, neue iban, gehaltskonto",
  lure: "hier klicken, klicken sie, link unten, anhang öffnen, dokument ansehen, sendung konnte nicht, zollgebühr*, gebühr bezahlen, sprachnachricht, verpasster anruf, zur ansicht, jetzt bezahlen, qr-code, sicheres dokument, freigegeben, handlungsbedarf, letzte warnung",
  secrecy: "vertraulich*, streng vertraulich, diskret*, geheim*, niemandem, nicht anrufen, telefonisch nicht",
  adult: "viagra, casino, dating, potenz*, sex*, abnehmen, freispiele, online-apotheke, einsam*, wetten",
  blackmail:
    "webcam, gehackt, aufgenommen, ihr gerät, zugriff auf ihr, bitcoin-adresse, kontakte schicken, schlechte bewertungen, trojaner, peinlich*",
  kindly:
    "lieber freund, sehr geehrter nutzer, sehr geehrter e-mail-nutzer, geschätzter, gott segne, achtung, ich warte auf ihre",
  family:
    "mama, papa, oma, opa, tochter, sohn, mann, frau, kinder, kita, schwester, bruder, abendessen, schatz, liebling, hund, katze, tante, onkel",
  office:
    "kühlschrank, küche, milch, kaffeemaschine, mittagessen, mittag, kuchen, schlüssel, besprechungsraum, parkplatz, drucker, toner, wer hat, liegen gelassen, wichteln, umtrunk, ausstand, an alle, hallo zusammen, liebe kollegen, kollegen, krank, homeoffice, urlaubsantrag, dienstplan, schicht",
  wrongperson:
    "falscher verteiler, falsche adresse, irrläufer, versehentlich, nicht für sie, nicht für uns, bitte weiterleiten, weiterleiten, falscher empfänger, namensähnlich*, verwechsl*",
  affection: "bussi, küsschen, liebe grüße, lg, drück dich, hdl, kuss, haha, wochenende, grillen, feierabend, bierchen",
  absence:
    "abwesenheit*, nicht im büro, im urlaub, urlaub, elternzeit, mutterschutz, automatische antwort, bin ich wieder, ab dem, wieder erreichbar, vertretung, nicht mehr im unternehmen, in dringenden fällen, zurück am, außer haus, e-mails werden nicht weitergeleitet",
  undelivered:
    "unzustellbar*, nicht zugestellt, zustellung fehlgeschlagen, empfänger unbekannt, konnte nicht zugestellt, postfach voll",
  press:
    "journalist*, redaktion*, redakteur*, presse*, interview*, stellungnahme, artikel, zeitung, rundfunk, beitrag, reportage, redaktionsschluss, pressesprecher*, magazin",
  survey:
    "umfrage*, fragebogen, statistik*, erhebung, befragung, studie*, statistisch*, universität, masterarbeit, bachelorarbeit, forschung*, gemeinde, stadtverwaltung, kammer, ihk, handwerkskammer, verband, auskunftspflicht, anwohner*, straßensperrung, brandschau",
  autoack:
    "ihre anfrage ist eingegangen, wir haben ihre nachricht erhalten, vielen dank für ihre anfrage, vielen dank für ihre nachricht, automatisch generiert*, automatisch erstellt*, bitte antworten sie nicht, ticketnummer, vorgangsnummer, wird bearbeitet, eingangsbestätigung, zugesagt, abgesagt",
  charity:
    "spende*, verein*, gemeinnützig*, tombola, ehrenamt*, förderverein, feuerwehr, sportverein, kindergarten, unterstützung, benefiz*",
  student: "schüler*, student*, schulprojekt, facharbeit, hausarbeit, abschlussarbeit, klasse, lehrer*",
  thanks: "danke, dank, vielen dank, besten dank, herzlichen dank, merci, dankbar",
  praise:
    "super, toll*, klasse, zufrieden, begeistert, wunderbar, prima, großartig, freue mich, freuen uns, perfekt, schön, nett, freundlich, hilfreich, gern, gerne, hervorragend, lieben, genial, spitze",
  anger:
    "unverschämt*, frechheit, enttäusch*, verärgert, ärger*, inakzeptabel, katastrophe, unmöglich, schlecht*, beschwer*, *beschwerde*, skandal, sauer, wütend, zumutung, lächerlich, genervt, nie wieder, traurig, unglaublich, abzocke, betrug, es reicht, dreist, saftladen, witz, geht gar nicht, unfähig*, ärgerlich, leider, schweinerei",
  insult:
    "idiot*, betrüger*, arschloch, scheiß*, scheiss*, depp*, verbrecher, gauner, halsabschneider, dumm*, lügner, drecks*, penner, versager, saubande, verarsch*",
  urgent:
    "dringend*, eilt, sofort*, schnellstmöglich, umgehend*, so schnell wie möglich, heute noch, notfall*, unverzüglich, baldmöglichst, asap, heute, schnell, gleich, eilbedürftig",
  deadline:
    "bis freitag, bis montag, bis morgen, bis heute, bis zum, bis ende, spätestens, frist, morgen, übermorgen, diese woche, nächste woche, vor weihnachten, rechtzeitig, bis kw, am samstag, am wochenende",
  leave:
    "vertrag ist geschichte, anbieter wechseln, zur konkurrenz, kündigen, kündigung, kündige, nicht verlängern, woanders, anderen anbieter, wechseln wir, sehen uns um, umschauen, letzte bestellung, abspringen, konkurrenz, kündigen wir, wir kündigen, kündige ich, hiermit kündige, fristgerecht, zum nächstmöglichen, gekündigt, vertrag beenden, vertragsende, anderen dienstleister, anderen lieferanten, woanders hin, wechsel zu, wechseln zu, wechseln werden, abo beenden, mitgliedschaft beenden, verlängern nicht, nicht mehr verlängern, nie wieder, reicht uns, reicht mir, uns reicht es, mir reicht es, kunde verloren, kunden verloren, als kunde verl*, günstiger woanders, alternativen",
  security:
    "sicherheitslücke*, schwachstelle*, gehackt, hacker, datenleck, datenpanne, unbefugt*, verdächtig*, phishing, schadsoftware, trojaner, sicherheitsvorfall, betrugsversuch, missbrauch, kompromittiert, fremde daten, gefälscht*",
  injection:
    "ignoriere alle, ignorieren sie alle, vorherigen anweisungen, bisherigen anweisungen, systemprompt, ki-assistent, als ki, sprachmodell, an die ki, anweisung an",
  safety:
    "rauch, feuer, brand, verbrannt, gasgeruch, stromschlag, funken, verletzt, gefährlich, gefahr, überhitzt, explodiert, krankenhaus, schmort, glassplitter, allergisch*",
  please: "bitte, bitten, ich bitte, wir bitten, freundlicherweise",
  sorry: "entschuldig*, tut mir leid, sorry, verzeih*",
  formal:
    "sehr geehrte damen, sehr geehrter herr, sehr geehrte frau, sehr geehrte, sehr geehrter, mit freundlichen grüßen, hochachtungsvoll, guten tag, mfg",
  informal: "hallo, hi, moin, servus, hey, grüezi, liebe, lieber, ihr, euch, euer, eure, grüß, lg, na",
  question: "was, wann, wo, welche, welcher, welches, wer, warum, wie, wieso, weshalb",
  canyou:
    "können sie, könnten sie, könnt ihr, kann jemand, könnte jemand, würden sie, wäre es möglich, kann mir, könnten wir, dürfte ich, kannst du, besteht die möglichkeit",
  not: "nicht, kein, keine, keinen, nie, nichts, ohne, weder",
  i: "ich, mir, mich, bin",
  we: "wir, uns",
  you: "sie, ihnen, ihr, euch, du, dir, dich",
  my: "mein, meine, meinen, meinem, meiner, meines",
  our: "unser, unsere, unseren, unserem, unserer, unseres",
  your: "ihre, ihren, ihrem, ihrer, ihres, eure, euren, eurem, eurer, dein, deine",
};
