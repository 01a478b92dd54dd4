import { speaksOfSelf } from "./first-person.ts";
import { phrases } from "./patterns.ts";

/**
 * The way out of a list, from the sender's side: the footer of newsletters, and the surest sign of mass mail that says nothing
 * in its headers. "Please unsubscribe me" is a person's wish and does not match.
 */
export const offersWayOut = (text: string): boolean => (WORD.test(text) || SENTENCE.test(text)) && !WISH.test(text);

/** The same of one line, which nobody may say of himself: "I tried to manage my preferences". */
export const isWayOut = (line: string): boolean => REPLY_STOP.test(line) || (offersWayOut(line) && !speaksOfSelf(line));

const WISH = /\b(?:remove|unsubscribe|take) me (?:please|from your|off)/i;
const REPLY_STOP = /^reply (?:with |back )?["“'']?(?:STOP|REMOVE)\b/i;

/** A link or a line that consists of the word alone, or has it beside "here", a bar, an address. */
const BEFORE = String.raw`(?:^|[|·•,.:?!(–-]\s?|\byou (?:can|may) |\b(?:or|to|oder|ou|o|of|lub|y|e|et|en|here to|click to) )`;
const AFTER = String.raw`(?:\s?(?:$|[|·•,.:;)<]|here|now|at any time|any ?time|from|instantly|link|hier|ici|aquí|qui|aqui|tutaj|här|her|kan|mit|/|de la|de cette|von|van|dalla|dal|da|https?:))`;

const WORD = phrases(
  String.raw`
en  unsub(?:scribe)?|opt[- ]?out|remove me|leave (?:this|our) list|stop (?:these|it|receiving)
de  abmelden|abbestellen|austragen|abmeldung
fr  se désabonner|se désinscrire|désinscription|désabonnement
es  dar(?:se|te|me) de baja|date de baja|baja (?:inmediata|del bolet[ií]n)|cancelar (?:la )?suscripción
it  cancella(?:ti|rsi|zione|re)?(?: l['’]iscrizione)?|disiscriviti|annulla(?:re)? (?:l['’])?iscrizione
pt  descadastr\p{L}*|cancelar (?:a )?(?:inscrição|subscrição)
nl  uitschrijven|afmelden
pl  wypisz(?: się)?|rezygnacja|wypis
sv,da,no  avregistrera|avsluta prenumeration|afmeld\p{L}*|meld deg av
fi,cs,hu,ro,tr  peruuta tilaus|odhlásit(?: se)?|leiratkozás|dezabonare|abonelikten çık\p{L}*
ru,uk  отписаться|відписатися
hr,sl,sr,bg,el  odjava|odjavi se|отпиши се|διαγραφή|απεγγραφή
he,ar,vi,id,th  להסרה מהרשימה|إلغاء الاشتراك|hủy đăng ký|berhenti berlangganan|ยกเลิกการรับ
zh,ja,ko  退订|退訂|取消订阅|取消訂閱|配信停止|수신거부
`,
  BEFORE,
  AFTER,
);

/** Said to the reader: "if you no longer wish to …". Without the "you" it is a customer who wants to be left alone. */
const SENTENCE = phrases(String.raw`
en  \byou(?:['’]d)? (?:no longer|do not|don['’]t|would not|wouldn['’]t|(?:would |['’]d )?rather not|prefer not)(?: (?:like|want|wish))? to (?:receive|get|hear)|^(?:don['’]t|no longer) (?:want|wish) (?:to (?:receive|get|hear)|these|our|this)\b.{0,60}(?:\?|click|reply|here)
en  ^reply (?:with |back )?["“'']?(?:stop|remove|unsubscribe|leave out|opt[- ]?out)\b
en  (?:receive|further|future|e-?mails|mailings?|messages|list)\b.{0,40}reply (?:with |back )?(?:["“''](?:no|leave)["”'']|["“'']?(?:stop|remove|unsubscribe|leave out|opt[- ]?out)\b)
en  you(?:['’]re| are)? (?:receiv(?:e|ed|ing)|get(?:ting)?|got) (?:this|these|it|our|product|service)(?: \p{L}+){0,3} (?:because|as|since) (?:you (?!did|have n|never|do n|don)|of your|your|we|it)
en  you(?:['’]re| are) (?:on (?:this|our|the) (?:\p{L}+ )?list(?! of)|subscribed (?:to|with) (?:our|the|this))
en  (?:to|for) (?:people|folks|readers|everyone) who (?:signed up|asked for it|subscribed)
en  (?:because|since|as|when|that|where) you (?:signed up|subscribed|opted in|registered)|you (?:signed up|subscribed|opted in) (?:at|on|via|through) \S+\.\p{L}{2}|you (?:signed up|subscribed|opted in)\b.{0,40}(?:\blist|newsletter|updates|e-?mails|mailings|website|\bsite)\b
en  (?:^|[|·•,]\s?|\byou (?:can|may) |\bto |\bor )(?:manage|update|change) (?:your )?(?:e-?mail |mail )?(?:preferences|subscriptions?|frequency)(?=$|\s?[|·•,.:;)<]|\s(?:here|or|https?:|link|now|at|below))
en  you (?:can|may) leave (?:any ?time|the list|this list)|(?:^|[.!] )leave the list\b|because (?:alerts|notifications|e-?mails) are (?:on|enabled)
de  (?:sie erhalten|du erhältst|sie bekommen|du bekommst) (?:diese[nrs]?|unseren|unsere) .{0,40}(?:weil|da\b|newsletter)
de  (?:(?:wenn|falls|sollten|möchten|wollen|wünschen) (?:sie|du)|willst du|möchtest du|um)\b.{0,30}(?:keine|nicht mehr).{0,40}(?:newsletter|e-?mails?|mailings?|informationen|erhalten|bekommen|empfangen|beziehen|wünsch)
de  (?:angemeldet|bestellt) (?:über|auf|unter|bei) .{0,40}(?:abmeld|abbestell)
fr  vous recevez (?:ce|cet|cette) .{0,40}(?:car|parce)|(?:si vous ne (?:souhaitez|désirez|voulez)|pour ne) plus .{0,20}recevoir
es  (?:recibe|recibes|has recibido|ha recibido) .{0,30}porque|no (?:desea|deseas|quieres) (?:seguir )?recib|si no quiere (?:seguir )?recib
it  (?:ricevi|riceve|hai ricevuto) quest[ao] .{0,20}perch|non (?:desideri|desidera|vuoi) più ricevere
pt  (?:recebe|está recebendo|recebeu) est[ea] .{0,20}porque|não (?:deseja|quiser) (?:mais )?receber|se não quer (?:mais )?receber
nl  u ontvangt .{0,40}omdat|(?:u|je|jij) .{0,20}(?:niet langer|geen) .{0,30}ontvangen
pl  (?:otrzymujesz|otrzymał\p{L}*) (?:tę|tego|ten) .{0,30}(?:ponieważ|gdyż)|nie chcesz (?:już )?otrzymywać
sv,da,no  du (?:får|modtager|mottar) (?:detta|dette|denne) .{0,30}(?:eftersom|fordi)|du (?:inte|ikke) (?:längre |længere |lenger )?(?:vill|vil|ønsker)
ru  вы получили (?:это|данное) (?:письмо|сообщение).{0,40}(?:потому|так как|поскольку)|вы (?:больше )?не хотите (?:больше )?получать
pl,cs,sk,hu  ^(?:wypisz się ze? (?:newslettera|listy|subskrypcji)|(?:odhlási[tť]|zruši[tť]) (?:s[ea] )?(?:z )?(?:odběru?|odberu?|newsletteru?)|leiratkoz\p{L}* (?:az? )?hírlev\p{L}*).{0,30}$
sv,da,no,fi  ^(?:avsluta prenumeration\p{L}*|(?:afmeld|frameld) (?:dig )?nyhedsbrev\p{L}*|meld deg av nyhetsbrev\p{L}*|peruuta uutiskirje\p{L}*).{0,30}$
ru,uk,bg,el  ^(?:отписаться от рассылки|відписатися від розсилки|отказ от абонамент|διαγραφή από τη λίστα).{0,30}$
et,lv,lt,tr  ^(?:loobu uudiskirja\p{L}*|atteikties no (?:jaunum|ziņ)\p{L}*|atsisakyti naujienlaišk\p{L}*|(?:bu )?listeden çık\p{L}*).{0,30}$
fr,ca  ^(?:se désinscrire|se désabonner|donar-se de baixa) (?:de la|de cette|del|de les) .{0,30}$
he,ar,vi,th  ^(?:להסרה מרשימת|hủy đăng ký nhận|ยกเลิกการรับ).{0,40}$
ja,zh,ko  ^.{0,10}(?:配信停止(?:は|を)|退订(?:邮件|请|點|点)|수신 ?거부를).{0,30}$
ja,zh  この(?:メール|メールマガジン)は.{0,40}(?:登録|配信)|您收到(?:此|这封)(?:邮件|郵件)
`);
