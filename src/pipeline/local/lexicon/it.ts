import type { Lexicon } from "./concepts.ts";

export const it: Lexicon = {
  price:
    "prezz*, tariff*, costo, costi, costa, costano, quanto costa, quanto verrebbe, quanto viene, quotazione, listino, spesa, caro, economic*, a persona, al mese, a pezzo",
  quote: "preventivo, preventivi, offerta, proposta*, quotazione, stima",
  demo: "demo*, dimostrazione, presentazione, mostrarci, farci vedere, vedere come funziona",
  trial: "prova, provare, campion*, versione di prova, periodo di prova, degustazione, lezione di prova",
  buy: "comprare, acquist*, ordinare, noleggi*, iscriver*, iscrizione, prenotare, abbonarmi, abbonarci, fare un ordine, diventare client*, passare a voi, affitt*, attivare",
  interest:
    "interessat*, interessa, interesse, cerco, cerchiamo, stiamo cercando, informazion*, vorrei, vorremmo, saperne di più, consigliat*, pensando di, progetto, mi piacerebbe, ci piacerebbe, valutando",
  need: "ci serve, ci servono, mi serve, mi servirebbe, ci servirebbe, abbiamo bisogno, ho bisogno, necessit*, esigenz*, requisit*, attualmente, al momento, sostituire",
  compare: "confront*, concorren*, alternativ*, altro fornitore, altri fornitori, fornitore attuale, differenz*",
  bulk: "ingrosso, grossista, rivendit*, distributor*, quantità, quantitativ*, pezzi, unità, dipendenti, collaboratori, sedi, negozi, filiali, persone, licenze, coperti, ospiti, bancali, cartoni, bottiglie",
  discount:
    "sconto*, sconti, scontat*, ribasso, buono, codice sconto, convenzione, prezzo speciale, agevolazion*, condizioni particolari",
  budget: "budget*, al massimo, massimo, fino a, cifra",
  available:
    "disponib*, in stock, magazzino, esaurit*, tempi di consegna, posti liberi, ancora libero, ancora disponibile, posti",
  doyou:
    "offrite, avete, fate, vendete, spedite, consegnate, fornite, accettate, lavorate con, è possibile, sarebbe possibile, potete fare, potreste fare, è compatibile, c'è la possibilità, ci sono, include",
  visit:
    "sopralluogo, visita, venire a vedere, appuntamento, incontro, incontrarci, telefonata, chiamarmi, richiamare, chiamare, showroom, passare, consulenza",
  tender: "gara, bando, appalto, capitolato, offerta economica, disciplinare",
  event:
    "matrimonio, compleanno, festa, evento, eventi, gruppo, gita, classe, congresso, cena aziendale, battesimo, cresima, ricevimento, addio",
  booking:
    "prenotaz*, prenotat*, camera, camere, tavolo, notti, soggiorno, biglietti, corso, lezion*, volo, arrivo, partenza",
  order: "ordine, ordini, ordinat*, numero d'ordine, carrello, comprat*",
  delivery:
    "consegn*, spedi*, pacco, pacchi, corriere, tracking, tracciamento, arrivat*, arriva, dogana, collo, colli, in transito",
  broken:
    "rott*, danneggiat*, difett*, guast*, perde, perdita, crep*, graffi*, strappat*, macchi*, si è staccato, ammaccat*, muffa, ruggine, rumore, scollat*, spaccat*",
  fails:
    "non funziona, non funzionano, non va, non parte, errore*, error*, problema*, problemi, bloccat*, non riesco, non riusciamo, non si apre, non carica, non compare, non compaiono, sparit*, impossibile, non posso, non possiamo, malfunzion*, anomalia, non arriva, non mi arriva, si blocca, dall'aggiornamento, dopo l'aggiornamento, non arrivano, non funziona più, non ricevono",
  login:
    "password, accesso, accedere, entrare, credenziali, account bloccato, codice di verifica, reimpost*, login, utente",
  howto:
    "come posso, come possiamo, come si fa, come faccio, dove trovo, dove posso, devo, dobbiamo, bisogna, posso, possiamo, si può, è normale, cosa significa, c'è un modo, come funziona, come si",
  return:
    "reso, resi, restitu*, rispedire, cambio taglia, cambiare taglia, recesso, rendere, troppo grande, troppo piccol*, sostituzione",
  warranty: "garanzia, ricambi*, pezzo di ricambio, sostitu*, in garanzia",
  missing:
    "manca, mancano, mancant*, non è arrivato, non è ancora arrivat*, mai arrivat*, non ho ricevuto, non abbiamo ricevuto, pers*, smarrit*, incomplet*, ancora niente, dov'è, ancora nulla",
  wrong:
    "sbagliat*, errat*, invece di, al posto di, non corrisponde, non corretto, per errore, diverso, diversa, scambiat*",
  change:
    "cambiare, cambio, modific*, spostare, posticip*, rimandare, aggiornare, aggiungere, togliere, eliminare, trasferire, anticipare, sospendere, rinviare",
  cancel: "annull*, disdi*, disdetta, cancell*, recedere, rescindere, chiudere il contratto",
  account:
    "mio account, account, profilo, codice cliente, numero cliente, area riservata, tessera, socio, soci, portale, utenz*, polizza, app, contratto numero",
  appointment: "appuntamento, appuntamenti, visita, mia prenotazione, nostra prenotazione, seduta, turno",
  repair:
    "ripar*, tecnico, tecnici, installator*, idraulico, assistenza, manutenzione, sistemare, intervento, installazione, montaggio, aggiustare",
  waiting:
    "aspetto, aspettando, aspettiamo, ancora, nessuna risposta, senza risposta, nessuno, da settimane, da giorni, sollecit*, terza volta, seconda volta, attesa, non ho avuto, non mi avete, mi hanno detto, promesso, novità, ancora una volta, di nuovo",
  status: "stato, dov'è il mio, quando arriva, quando, a che punto, tempi, avete ricevuto, aggiornament*, entro quando",
  setup:
    "configur*, impostazion*, collegare, sincronizz*, esport*, import*, integr*, api, permess*, ruol*, attivare, disattivare, scaricare, caricare, modello, dominio, installare, migrazione",
  technical:
    "schermo, pulsante, browser, versione, aggiornamento, server, dispositivo, batteria, caricatore, cavo, wifi, router, modem, motore, pompa, valvola, caldaia, riscaldamento, stampante, filtro, sensore, schermata, numero di serie, codice errore, cerniera, vite",
  outage:
    "fermi, fermo, non raggiungibile, offline, nessuno riesce, senza corrente, senza acqua, senza internet, senza riscaldamento, tutte le sedi, da stamattina, da questa mattina, tutto bloccato, giù",
  owns: "ho acquistato, abbiamo acquistato, ho comprato, abbiamo comprato, ho ordinato, abbiamo ordinato, usiamo, utilizziamo, uso, cliente dal, clienti dal, siamo clienti, sono cliente, mio abbonamento, nostro abbonamento, nostro contratto, mio contratto, ho ricevuto, abbiamo ricevuto, ho prenotato, abbiamo prenotato, ho pagato, vostro tecnico, vostro collega, vostro corriere, da voi",
  invoice: "fattur*, fattura, fatture, numero fattura, nota di credito, parcella, bolletta, bollette",
  charge: "addebit*, addebitat*, prelevat*, prelievo, scalat*, estratto conto, rid",
  refund:
    "rimbors*, restituzione, riaccredit*, storno, stornare, indietro i soldi, risarc*, caparra, cauzione, accredit*",
  pay: "pagament*, pagare, pagat*, paghiamo, bonific*, saldo, saldare, saldat*, importo, acconto, rata, rate, versament*, scadenza, incasso",
  double: "due volte, doppio, doppia, duplicat*, due addebiti, due fatture",
  overdue:
    "scadut*, insolut*, sollecito, in ritardo, mora, non saldat*, arretrat*, da saldare, recupero crediti, pagamento mancante",
  tax: "iva, partita iva, p.iva, codice fiscale, codice univoco, sdi, fiscale, imposte, esente, fattura elettronica, reverse charge, imponibile",
  bank: "iban, bic, coordinate bancarie, conto corrente, conto bancario, sepa, banca, mandato",
  card: "carta di credito, carta, carta scaduta, nuova carta, bancomat, paypal, metodo di pagamento",
  po: "ordine di acquisto, numero ordine in fattura, cig, centro di costo, dati di fatturazione, ragione sociale, ufficio acquisti, ufficio contabilità, intestazione, intestare",
  receipt:
    "ricevut*, scontrino, quietanza, estratto conto, copia della fattura, copia fattura, contabil*, commercialista, nota spese, chiusura, giustificativo",
  subscription:
    "abbonament*, rinnov*, mensile, mensili, annuale, annuali, piano, canone, quota, tesseramento, vincolo, passare al piano",
  correct:
    "corregg*, correzione, corrett*, rettific*, riemettere, rifare, chiar*, spiegare, spiegazion*, contest*, concordat*, pattuit*, non torna, non tornano, più alto",
  pitch:
    "aiutiamo, aiuto le aziende, aumentare, aumenta, incrementare, far crescere, i tuoi concorrenti, i vostri concorrenti, vostro settore, aziende come la vostra, aziende come, senza impegno, analisi gratuita, gratuit*, garantit*, nostra soluzione, nostra piattaforma, risparmiare, nuovi clienti, più clienti, vostro sito, tuo sito, ottimizz*, risultati",
  marketing:
    "seo, posizionamento, google, prima pagina, backlink, articolo sponsorizzato, social, pubblicità, campagn*, lead, contatti, agenzia, sito web, restyling, banca dati, elenco, influencer, visibilità, marketing, recensioni, traffico, sponsorizz*",
  ask_time:
    "15 minuti, 20 minuti, 10 minuti, 30 minuti, breve chiamata, breve call, una call, due chiacchiere, la persona giusta, referente, chi si occupa, posso inviar*, posso mandar*, le andrebbe, vi andrebbe, sareste disponibili, sarebbe disponibile, settimana prossima, agenda, vi interessa, le interessa",
  intro:
    "siamo un'azienda, azienda leader, leader, produttor*, specializzat*, nostra azienda, nostra agenzia, nostri servizi, nostri prodotti, nostro catalogo, fondator*, responsabile commerciale, mi presento, mi chiamo, proponiamo, produciamo, rappresento, offriamo, ci occupiamo di, agente di",
  supply:
    "nostra fattura, in allegato la fattura, in allegato fattura, alleghiamo, aumento prezzi, aumento dei prezzi, nuovo listino, ddt, bolla, merce, bancali, ritiro, vostro ordine, manutenzione programmata, locatore, conduttore, condominio, inquilin*, affitto, scadenza, nostre coordinate, chiusura estiva, gentile cliente, gentili clienti, fornitura, interruzione, si prega di, vi preghiamo, rimessa diretta, restiamo in attesa del",
  partner: "partner*, collabor*, affiliaz*, provvigion*, commissione, sponsor*, espositor*, stand, ambassador",
  compliment:
    "visitando il vostro sito, sul vostro sito, ho visto che, ho notato, mi sono imbattut*, complimenti per, ho trovato il vostro",
  bump: "torno a scriver*, mia precedente, mia mail precedente, avete avuto modo, ha avuto modo, sollecito riscontro, ultimo tentativo, riprendo, facendo seguito",
  optout: "se non siete interessati, non interessat*, non ricevere più, disiscriv*, cancellarsi, non è il momento",
  staffing:
    "candidat*, agenzia per il lavoro, somministrazione, selezione del personale, head hunter, profili, talenti",
  clients: "nostri clienti, clienti come, caso studio, casi studio, oltre 100, oltre 200, centinaia di",
  apply:
    "candidatura*, candid*, candidarmi, lettera di presentazione, colloquio, assunzion*, lavorare con voi, lavorare da voi, unirmi, far parte del vostro, cercate personale, state cercando, assumete, disponibilità immediata, preavviso",
  cv: "cv, curriculum*, portfolio, attestat*, diploma",
  job: "lavoro, posizione, posto, annuncio, offerta di lavoro, part-time, part time, tempo pieno, stagional*, impiego, vacante, camerier*",
  intern: "tirocini*, stage, stagista, apprendist*, alternanza, pcto",
  experience:
    "esperienza, anni di esperienza, ho lavorato, laurea*, laureat*, diplomat*, competenz*, patente, lingue, studi*, formazione, motivat*",
  reference: "referenze, ex dipendente, ex datore, lettera di referenze, certificato di servizio",
  salary: "stipendio, retribuzione, ral, paga, compenso",
  privacy:
    "gdpr, dati personali, protezione dei dati, diritto di accesso, cancellazione dei, miei dati, garante, consenso, articolo 15, articolo 17, privacy, trattamento dei dati, titolare del trattamento",
  lawyer:
    "avvocat*, studio legale, mio assistito, mia assistita, nostro assistito, legale, legali, notaio, per conto di, in nome e per conto",
  court:
    "tribunale, causa, denuncia, querela, giudice, procedimento, polizia, carabinieri, guardia di finanza, decreto ingiuntivo, citazione, giudizi*, mediazione, conciliazione, procura",
  copyright:
    "diritto d'autore, diritti d'autore, marchio, contraffazion*, senza autorizzazione, senza permesso, rimozione, rimuovere, diffida*, mia fotografia, mia foto, proprietà intellettuale, brevetto, plagio",
  contract:
    "contratto, contratti, clausol*, accordo, riservatezza, responsabile del trattamento, addendum, allegato, condizioni generali, responsabilità, firma*, sottoscri*, bozza",
  damages:
    "danni, danno, risarciment*, infortuni*, ferit*, ospedale, sinistro, assicuraz*, lesion*, incidente, intossic*, allerg*",
  statute:
    "ai sensi, articolo, art, legge, codice civile, entro 15 giorni, entro e non oltre, termine di, con la presente, raccomandata, pec, diffida, messa in mora, obbligo, d.lgs, codice del consumo, in difetto, vie legali",
  regulator:
    "agcom, garante, associazione consumatori, codacons, altroconsumo, asl, comune, agenzia delle entrate, autorità, ispezione, nas, camera di commercio, ministero",
  digest:
    "newsletter, questa settimana, edizione, numero, notizie, in primo piano, tendenze, rassegna, novità, magazine, lettori, approfondiment*",
  unsubscribe:
    "disiscriviti, cancella iscrizione, annulla iscrizione, ricevi questa, visualizza nel browser, preferenze, non desideri più",
  readmore: "leggi tutto, leggi di più, continua a leggere, scopri, scopri di più, guarda",
  release:
    "novità, nuova funzione, nuove funzioni, nuove funzionalità, ora disponibile, versione, lancio, presentiamo, rilascio",
  webinar: "webinar, iscriviti, fiera, convegno, relator*, workshop, posti limitati, seminario, corso gratuito",
  sale: "saldi, offerta, offerte, promo*, ultima occasione, solo oggi, spedizione gratuita, approfitta, acquista ora, black friday, ultimi giorni",
  prize: "vincitor*, vinto, premio, lotteria, eredità, beneficiari*, milioni, defunt*, donazione di, vedova",
  verify:
    "verific*, conferma il tuo, confermare, sospes*, sospensione, casella, piena, spazio, attività insolita, attività sospetta, aggiorna i tuoi, aggiornare i dati, 24 ore, 48 ore, bloccat*, disattivat*, scade, identità, limitato, spid, inps",
  invest: "bitcoin, cripto*, investiment*, prestit*, finanziament*, guadagn*, rendiment*, trading, capitale",
  giftcard:
    "carte regalo, buoni regalo, sei in ufficio, sei disponibile, è disponibile, un compito, un favore, riservat*, in riunione, numero di cellulare, bonifico urgente, pagamento urgente",
  bankchange:
    "nuovo iban, nuove coordinate, cambio iban, variazione coordinate, coordinate bancarie aggiornate, vecchio conto, cambiato banca, nuovo conto, conto precedente",
  lure: "clicca qui, clicca, cliccare, link sottostante, seguente link, apri allegato, visualizza documento, documento condiviso, messaggio vocale, dazi, spese doganali, pacco in attesa, pacco in giacenza, paga ora, azione richiesta, ultimo avviso, codice qr, scarica",
  secrecy: "riservat*, segret*, confidenzial*, discrezione, non telefonare, non chiamare",
  adult: "viagra, casinò, incontri, sesso, dimagrire, scommesse, single",
  blackmail: "webcam, hackerat*, registrat*, tuoi contatti, dispositivo, recensioni negative, ricatto",
  kindly: "caro amico, gentile utente, dio vi benedica, attenzione, carissimo, attendo vostra",
  family:
    "mamma, papà, nonna, nonno, figlia, figlio, marito, moglie, bambini, asilo, sorella, fratello, cena, tesoro, amore, cane, gatto, zia, zio",
  office:
    "frigo, cucina, latte, caffè, macchinetta, pranzo, torta, chiavi, sala riunioni, parcheggio, stampante, toner, dimenticat*, a tutti, ciao a tutti, colleghi, turni, ferie, malattia, smart working, regalo per",
  wrongperson:
    "indirizzo sbagliato, per errore, non è per me, persona sbagliata, inoltrare, destinatario sbagliato, non è per noi, non destinat*",
  affection:
    "baci, bacione, abbraccio, ti voglio bene, ahah*, haha, un bacio, weekend, grigliata, aperitivo, a stasera",
  absence:
    "fuori ufficio, assente, assenza, ferie, in ferie, risposta automatica, rientro, rientrerò, di ritorno, congedo, maternità, non lavora più, per urgenze, in caso di urgenza, sarò assente",
  undelivered: "mancato recapito, non recapitato, impossibile recapitare, destinatario sconosciuto, casella piena",
  press:
    "giornalist*, stampa, redazione, intervista, articolo, servizio, quotidiano, rivista, radio, testata, dichiarazion*, portavoce",
  survey:
    "sondaggio, questionario, indagine, statistic*, istat, tesi, università, ricerca, comune, camera di commercio, censimento, associazione di categoria, studio",
  autoack:
    "abbiamo ricevuto la, grazie per averci, sua richiesta è stata, non rispondere, generato automaticamente, messaggio automatico, numero di ticket, presa in carico, ha accettato, ha rifiutato",
  charity:
    "associazione, donazion*, donare, lotteria, volontari*, beneficenza, onlus, parrocchia, pro loco, squadra, sagra",
  student: "student*, alunn*, progetto scolastico, tesi, tesina, professor*, scuola, liceo",
  thanks: "grazie, ringrazi*, grata, grato",
  praise:
    "ottim*, perfett*, eccellent*, fantastic*, content*, felice, soddisfatt*, bellissim*, complimenti, bravi, bravissim*, stupend*, meraviglios*, gentilissim*, super, piace, adoro, buonissim*",
  anger:
    "inaccettabil*, vergogna*, vergognos*, delus*, deludent*, arrabbiat*, stuf*, reclamo, lament*, pessim*, truff*, ridicol*, assurd*, scandalos*, schifo, indecen*, mai più, intollerabil*, presa in giro, purtroppo, indignat*, disastr*, incompetent*, incredibile",
  insult:
    "idiot*, ladri, ladro, truffator*, imbecill*, merda, stronz*, cretin*, bugiard*, incapaci, farabutt*, deficient*",
  urgent:
    "urgen*, subito, immediat*, il prima possibile, al più presto, quanto prima, oggi, stamattina, prima possibile, entro oggi, velocemente",
  deadline:
    "entro venerdì, entro lunedì, entro domani, entro il, entro, al più tardi, domani, questa settimana, prossima settimana, scadenza, sabato, prima di natale, in tempo",
  leave:
    "disdire, disdetta, recedere, cambiare fornitore, cambiare operatore, cambio operatore, concorrenza, rivolgermi altrove, rivolgerci altrove, altrove, non rinnov*, altro fornitore, passare ad altro, ultimo ordine, disdico, disdiciamo, recesso, recediamo, chiudere il contratto, annullare l'abbonamento, me ne vado, ce ne andiamo, andremo altrove, cambio fornitore, cambiamo fornitore, perso un cliente, perdere un cliente, mai più, preavviso, passo alla concorrenza, passiamo alla concorrenza",
  security:
    "vulnerab*, hacker*, violazione, fuga di dati, phishing, sospett*, frod*, fraudolent*, sicurezza, accesso non autorizzato, virus, falla",
  injection:
    "ignora le istruzioni, ignora tutte, istruzioni precedenti, assistente ai, intelligenza artificiale, modello linguistico, prompt di sistema",
  safety:
    "fumo, fuoco, incendio, brucia*, gas, odore di gas, scossa, scintill*, ferit*, pericol*, esplos*, surriscald*, ospedale, pronto soccorso, allerg*",
  please: "per favore, per piacere, per cortesia, cortesemente, gentilmente, prego, vi prego, la prego",
  sorry: "scus*, mi dispiace, perdon*, spiacent*",
  formal:
    "gentile, gentili, spett.le, spettabile, egregio, egregi, cordiali saluti, distinti saluti, in fede, alla cortese attenzione",
  informal: "ciao, salve, buongiorno, buonasera, ehi, ok, a presto, saluti",
  question: "cosa, quando, dove, quale, quali, chi, perché, come, quanti, quante",
  canyou:
    "potete, potreste, può, potrebbe, puoi, potresti, qualcuno può, qualcuno potrebbe, mi potete, mi può, ci potete, riuscite, riuscireste, sarebbe possibile, è possibile",
  not: "non, nessun, nessuna, mai, niente, nulla, senza, né",
  i: "io, mi, me, sono, ho",
  we: "noi, ci, siamo, abbiamo",
  you: "voi, vi, lei, tu, ti",
  my: "mio, mia, miei, mie",
  our: "nostro, nostra, nostri, nostre",
  your: "vostro, vostra, vostri, vostre, suo, sua, tuo, tua",
};
