import { isDisclaimer } from "./disclaimers.ts";
import { isBlank, type Line, matchable, words } from "./line.ts";
import { isSentFrom } from "./sent-from.ts";
import { isRule } from "./separators.ts";

/** What senders of mass mail and portals put above and below their text, and what mail gateways put above everybody's. */

/** Why you get this, how to stop it, who sends it. */
const FOOTER =
  /unsubscribe|opt[- ]?out|(?:manage|update|change|edit) (?:your |my )?(?:e-?mail |notification |subscription )?(?:preferences|settings|subscriptions?)|you(?:'re| are)? (?:receiv(?:e|ed|ing)|get(?:ting)?|got) (?:this|these|it)|(?:sends?|sent) you this (?:because|as)|this (?:e-?mail|message|newsletter|notification) was sent (?:to|by)|^sent to \S+@|no longer (?:want|wish) to (?:receive|get)|(?:do not|don't|not) wish to receive|reply with ["“']?(?:stop|remove|leave out|unsubscribe|no)|abmelden|abbestellen|austragen|newsletter (?:abbestell|nicht mehr)|(?:sie|du) (?:erhalten|erhältst|bekommen|bekommst) (?:diese|diesen)|desabonn|désabonn|désinscri|vous recevez (?:ce|cet|cette)|se désinscrire|darse de baja|darte de baja|cancelar (?:la |su |a )?(?:suscripci|subscri)|(?:recibe|recibes|ha recibido) este|annulla(?:re)? (?:l['’])?iscrizione|disiscri|cancella(?:ti|rsi|zione)|ricev(?:i|e|ete) questa|descadastr|cancelar inscri|(?:recebe|recebeu|está recebendo) est|uitschrijven|afmelden|u ontvangt (?:deze|dit)|wypisz|zrezygnować z|otrzymujesz (?:tę|te|ten)|avregistrera|avsluta prenumeration|du får (?:detta|dette|denne)|afmeld|frameld|meld (?:deg|dig) av|peruuta tilaus|saat tämän|odhlásit|tento e-?mail (?:jste|ste)|leiratkoz|dezabon|abonelikten|отписаться|вы получили это|відписат|από(?:εγγραφή|σύρ)|διαγραφή από|配信停止|購読解除|退会|退订|退訂|取消订阅|取消訂閱|수신거부|수신 거부|הסרה מרשימ|إلغاء الاشتراك/iu;

const SYSTEM =
  /(?:please )?(?:do not|don't) (?:reply|respond|answer|forward)|(?:this|the) (?:mailbox|inbox|address|account) is (?:not|un)\s?monitored|not monitored|automat(?:ed|ic|ically generated) (?:message|e-?mail|mail|notification)|this is an automat|bitte (?:antworten sie )?nicht (?:auf|antworten)|automatisch (?:erstellt|generiert|erzeugt|versandt)|ne pas répondre|message automatique|no (?:responda|conteste)|mensaje automático|non rispondere|messaggio automatico|não responda|mensagem automática|niet (?:beantwoorden|antwoorden|reageren)|automatisch(?:e)? bericht|nie odpowiada|automatyczn|svara inte|ikke (?:svare|besvar)|älä vastaa|neodpovídejte|ne válaszoljon|nu răspunde|yanıtlamayın|не отвечайте|не відповідайте|返信しないで|返信できません|请勿回复|請勿回覆|회신하지/iu;

const IMPRINT =
  /^(?:©|\(c\)|copyright\b)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|and conditions|& conditions)|datenschutz|impressum|agb\b|mentions légales|aviso legal|view (?:this|it|the|our)?.{0,24}(?:browser|online)|view (?:as a )?web ?page|read (?:this )?(?:online|in (?:your )?browser)|im browser (?:ansehen|öffnen|anzeigen)|online ?(?:ansehen|version|lesen)|version en ligne|dans (?:votre|le) navigateur|en (?:el |su |tu )?navegador|nel (?:tuo )?browser|no (?:seu )?navegador|in (?:de |uw |je )?browser|w przeglądarce|forward to a friend|add us to your address book|diagnostic information for administrators|follow us|connect with us|visit our website|help cent(?:er|re)|contact us|update your profile|preference cent(?:er|re)|webseite$|powered by/iu;

/** Lines that open mass mail before its text: previews and links to a web version. */
const HEAD =
  /^(?:(?:can(?:'t|not) (?:see|read|view)|trouble (?:viewing|reading|seeing)|having trouble|problems? (?:viewing|seeing|reading)|(?:to )?(?:view|read|see) (?:this|it|the).{0,40}(?:online|browser|web)|view (?:in|as|online|it in).{0,40}|open in (?:your )?browser|web ?version|view online|view web version|this e-?mail is best viewed.{0,60}|this (?:message|e-?mail) contains .{0,20}html.{0,120}|your (?:e-?mail )?client (?:does not|doesn't|cannot).{0,80}|if (?:you|this).{0,50}(?:view|display|see|read|browser).{0,80}|please enable html.{0,80}|im browser.{0,40}|(?:online|web)-?version.{0,30}|(?:falls|wird|sollte) .{0,60}(?:angezeigt|dargestellt|browser).{0,60}|(?:probleme|schwierigkeiten) (?:bei|mit) der (?:darstellung|anzeige).{0,60}|(?:voir|afficher|consulter|visualise[rz]).{0,40}(?:en ligne|navigateur).{0,40}|version en ligne.{0,30}|si (?:vous|ce|cet).{0,60}(?:navigateur|affich|visualis).{0,60}|ver (?:en|este|no).{0,40}(?:navegador|online|línea).{0,40}|si no (?:puede|puedes|ve|visualiza).{0,80}|visualizza.{0,40}(?:browser|online).{0,30}|se non (?:riesci|visualizzi|vedi).{0,80}|(?:bekijk|lees).{0,40}(?:browser|online).{0,30}|(?:zobacz|wyświetl).{0,40}(?:przeglądarce|online).{0,30}|(?:visa|vis|läs|se).{0,30}(?:webbläsar|browser|nettleser|nettlesar|online).{0,30}|.{0,20}(?:ブラウザ|浏览器|瀏覽器).{0,30}))[.!]?$/iu;

/** Exchange and gateways mark outside mail; the words are the receiver's, not the writer's. */
const BANNER =
  /^[[(*<\s]{0,4}(?:external(?: e-?mail| sender| message)?\b|extern(?:e e-?mail|al)?\b|caution:?\s|warning:?\s|achtung:?\s|attention ?:\s|you don['’]t often get (?:e-?mail|mail) from|sie erhalten nicht (?:häufig|oft) e-?mails? von|vous n['’]obtenez pas souvent|no suele recibir correos|non si riceve|u ontvangt niet vaak|this (?:message|e-?mail) (?:originated|came|was sent|is) (?:from )?(?:outside|an external)|diese e-?mail (?:stammt|kommt|wurde) von (?:einem )?(?:extern|außerhalb)|some people who received this message don['’]t often|be careful with this message)/iu;
const BANNER_TOPIC =
  /outside|external|extern|learn why|unknown sender|links? (?:or|and) (?:open )?attachments|open (?:any )?attachments|anhänge|liens|organi[sz]ation|don['’]t often get|nicht (?:häufig|oft)|pas souvent|no suele|niet vaak/iu;

/** Index of the first line that the sender wrote. */
export function textStart(lines: readonly Line[], mass: boolean): number {
  let at = 0;
  for (let i = 0; i < Math.min(lines.length, 12); i++) {
    const text = matchable(lines[i]?.text ?? "");
    if (text === "" || isRule(text)) continue;
    const banner =
      BANNER.test(text) && (BANNER_TOPIC.test(text) || BANNER_TOPIC.test(matchable(lines[i + 1]?.text ?? "")));
    const head =
      (mass || words(text).length <= 14) &&
      HEAD.test(
        text
          .replace(/https?:\S+/g, "")
          .replace(/[<>[\]|]/g, "")
          .trim(),
      );
    if (banner) at = paragraphEnd(lines, i);
    else if (head) at = i + 1;
    else break;
    i = at - 1;
  }
  return at;
}

function paragraphEnd(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 8 && !isBlank(lines[at]?.text ?? "") && !isRule(lines[at]?.text ?? "")) at++;
  return at;
}

/** Where the footer of mass mail or of a portal's notice begins. */
export function footerStart(lines: readonly Line[], from: number): number {
  let end = lines.length;
  // A footer is the end of a mail: the lowest lines, as long as they are footer, small print or short lines among them.
  let start = end;
  let prose = 0;
  for (let at = end - 1; at > from; at--) {
    const { text, small } = lines[at] as Line;
    if (isBlank(text) || isRule(text)) continue;
    const line = matchable(text);
    if (isFooterLine(line)) {
      start = at;
      prose = 0;
    } else if (small && start === end) {
      start = at;
    } else if (small && prose === 0) start = at;
    else if (++prose > MAX_AMONG || words(line).length > 14) break;
  }
  end = start;
  while (end > from && (isBlank(lines[end - 1]?.text ?? "") || isRule(lines[end - 1]?.text ?? ""))) end--;
  return end;
}
/** Lines between footer lines that need not look like footer: the sender's name, street, a social link. */
const MAX_AMONG = 4;

export const isFooterLine = (line: string): boolean =>
  FOOTER.test(line) ||
  (words(line).length <= 25 && (SYSTEM.test(line) || IMPRINT.test(line))) ||
  isSentFrom(line) ||
  isDisclaimer(line);
