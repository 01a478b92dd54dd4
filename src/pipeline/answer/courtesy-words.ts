import { BUILT_IN_TEMPLATES, FOUND } from "./templates.ts";

/**
 * The words of which politeness is made, by language: none of them names a thing that a company sells, does or charges for.
 * "If anything is unclear" has no others; "If you cancel you keep your data" has.
 */
const WORDS: readonly string[] = [
  // English
  `thank thanks you your many so very much again for that this these the a an us me we i it its is are am was were be been being have has had do does did not
   getting get reaching reach writing write contacting contact letting let asking ask waiting wait telling tell sending send bringing attention message mail email question
   questions request note enquiry inquiry interest patience understanding feedback reply answer answers answered details information touch out back with about of in on at to
   or by from and if should could can will would may might must 'll 'm 're 've i'm i'll i've i'd we're we'll we've we'd that's it's
   sorry hear any inconvenience trouble delay wait confusion frustration frustrating annoying disappointing my our please accept apologies apology apologise apologize
   understand see appreciate know how what urgent important matters matter situation concern concerns worry really truly sincerely
   read look looks looking check checks checking come comes into find finds shortly soon as possible quickly carefully personally today person people colleague someone somebody
   one team just feel contact there anything else unclear need needs more further help helps helping other another also happy glad hope here found following hesitate kind
   best warm regards wishes yours faithfully cheers all reading little time take taking happened still like wish want wants`,
  // German
  `guten tag morgen abend vielen herzlichen besten dank danke für ihre ihren ihr ihrer ihnen sie deine deinen dir dich du nachricht mail e-mail anfrage frage fragen geduld hinweis
   rückmeldung verständnis interesse dass und oder es tut mir uns sehr leid bitte entschuldigen die der das den dem ein eine einen einem unannehmlichkeiten umstände verzögerung
   ich wir habe haben hat ist sind war eine kollegin ein kollege jemand melde melden meldet prüfe prüfen prüft kläre klären klärt verstehe verstehen kümmere kümmern sehe sehen schaue schauen
   antworte antworten freue freuen gelesen mich dazu darum bei zu zum zur in im an am auf mit von damit danach gern gerne helfe helfen weiter falls wenn sollte sollten etwas noch unklar
   offen offene weitere weiteren fragen haben brauchen benötigen schreiben geben sagen bescheid kurz einfach jederzeit beantwortet nicht diese dieser dieses hier genau bald so schnell wie möglich
   freundliche freundlichen grüße grüßen grüssen viele herzliche wichtig dringend ärgerlich wie was mehr gleich persönlich sich das rückfragen`,
  // French
  `bonjour bonsoir merci nous vous je j' remercions remercie pour de d' du des la le les l' votre vos message mail courriel demande question questions patience intérêt retour suis sommes
   désolé désolée désolés navré navrés gêne désagrément attente ai pris avons reviens revenons vérifie vérifions vérifiera comprends comprenons répondrai répondrons répondra regarde regardons aiderai aide
   un une collègue connaissance en à au aux ce cet cette sujet si n'hésitez hésitez pas n' nous me m' écrire contacter répondre répondez répond simplement avez d'autres autres autre besoin plus amples informations
   quelque chose reste encore clair bien cordialement voici et ou que qu' c' est sera très vite rapidement dès possible vers veuillez volontiers tout toute cela ceci avoir contacté contactés contactée écrit ne`,
  // Spanish
  `hola buenos días buenas tardes muchas gracias por su sus tu tus mensaje correo consulta pregunta preguntas paciencia interés lo la le les te se nos me sentimos siento lamento lamentamos disculpe molestias
   molestia he leído hemos revisaré revisaremos comprobaré comprobaremos responderé responderemos ayudo entiendo entendemos un una compañero compañera al respecto con gusto si no dude en de del el los las a y o que
   escribirnos contactarnos responder responda respondernos tiene tienes alguna otra más duda dudas necesita algo ayuda información saludo cordial saludos cordiales atentamente esto es aquí solo mensaje escribir
   escribe contactar pronto posible cuanto antes muy mucho importante urgente esta este está ponerse contacto nosotros conmigo esperar espera`,
  // Italian
  `buongiorno buonasera salve molte mille grazie per il lo la le l' i gli un una un' suo sua suoi tuo tua messaggio mail richiesta domanda domande pazienza interesse mi ci dispiace scusiamo scuso ho letto abbiamo
   verificherò verificheremo verifico risponderò risponderemo capisco capiamo aiuterò volentieri collega in merito se non esiti a di del della e o che risponda risponde questo questa messaggio sua ha avesse altre altra
   ulteriori dubbi qualcosa bisogno aiuto informazioni cordiali distinti saluti ecco basta disagio attesa appena possibile presto scriverci contattarci rispondere averci contattato scritto verso è`,
  // Portuguese
  `olá bom dia boa tarde noite muito obrigado obrigada pela pelo pelas sua seu suas seus mensagem email pedido pergunta perguntas paciência interesse lamento lamentamos desculpe pedimos desculpa já a o li vou verificar vamos
   voltarei voltaremos responderei responderemos contactá-lo contactá contactar compreendo um uma colega se não hesite em de do da e ou que responder responda esta este mensagem tiver tem mais alguma outra dúvida
   dúvidas precisar ajuda informação cumprimentos atenciosamente com os melhores aqui está basta isto responde à sobre assunto incómodo incômodo espera breve possível`,
  // Dutch
  `hallo goedemiddag goedemorgen hartelijk bedankt dank u je uw jouw voor het de een bericht mail vraag vragen verzoek geduld belangstelling spijt mij me ons excuses ongemak vertraging ik wij we collega heb hebben heeft kom komen
   komt ga gaan gaat zoek zoeken zoekt help helpen helpt begrijp begrijpen gelezen er bij op terug uit na kijken graag als dit deze dat niet is of en te aan in met om nog iets onduidelijk meer andere verdere nodig laat
   weten dan gerust schrijf antwoord reageer beantwoordt vriendelijke groet groeten snel mogelijk zo goed belangrijk vervelend geldt`,
  // Polish, Swedish, Danish, Norwegian, Finnish
  `dziękuję dziękujemy za wiadomość zapytanie cierpliwość przepraszam przepraszamy przykro mi nam się z nią zapoznałem zapoznałam zapoznaliśmy pozdrawiam poważaniem w tej sprawie państwa pana panią
   tack så mycket för ditt din er ert meddelande mejl fråga tålamod jag har läst det den återkommer till dig vi vänliga hälsningar tak mange din besked jeg læst vender tilbage venlig hilsen takk mye meldingen spørsmålet spørgsmål
   lest kommer vennlig hilsen kiitos paljon viestistäsi viestistä olen lukenut sen ja palaan asiaan ystävällisin terveisin`,
];

const known = new Set(
  [...WORDS, ...Object.values({ ...BUILT_IN_TEMPLATES, FOUND }).flatMap((texts) => Object.values(texts))].flatMap(
    (text) => wordsOf(text.replace(/\{\{.*?\}\}/g, " ")),
  ),
);

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Whether a clause is made of nothing but such words. */
export const isMadeOfCourtesy = (clause: string): boolean =>
  wordsOf(clause.replace(/\bfeel free\b/g, "")).every((word) => known.has(word));
