import { isBlank, type Line, matchable, words } from "./line.ts";
import { phrases } from "./patterns.ts";
import { isRule } from "./separators.ts";

/** What stands above the sender's own words: links to a web version, and warnings that the receiver's gateway put there. */

/** Whole lines. */
const HEAD = phrases(
  `
en  (?:can(?:'t|not) (?:see|read|view)|trouble (?:viewing|reading|seeing)|having trouble|problems? (?:viewing|seeing|reading)).{0,80}
en  (?:to )?(?:view|read|see) (?:this|it|the).{0,40}(?:online|browser|web)|view (?:in|as|online|it in).{0,40}|open in (?:your )?browser
en  web ?version|view online|view web version|this e-?mail is best viewed.{0,60}|this (?:message|e-?mail) contains .{0,20}html.{0,120}
en  your (?:e-?mail )?client (?:does not|doesn't|cannot).{0,80}|if (?:you|this).{0,50}(?:view|display|see|read|browser).{0,80}|please enable html.{0,80}
de  im browser.{0,40}|(?:online|web)-?version.{0,30}|(?:falls|wird|sollte) .{0,60}(?:angezeigt|dargestellt|browser).{0,60}
de  (?:probleme|schwierigkeiten) (?:bei|mit) der (?:darstellung|anzeige).{0,60}
fr  (?:voir|afficher|consulter|visualise[rz]).{0,40}(?:en ligne|navigateur).{0,40}|version en ligne.{0,30}|si (?:vous|ce|cet).{0,60}(?:navigateur|affich|visualis).{0,60}
es,pt  ver (?:en|este|no).{0,40}(?:navegador|online|línea).{0,40}|si no (?:puede|puedes|ve|visualiza).{0,80}
it  visualizza.{0,40}(?:browser|online).{0,30}|se non (?:riesci|visualizzi|vedi).{0,80}
nl,pl  (?:bekijk|lees).{0,40}(?:browser|online).{0,30}|(?:zobacz|wyświetl).{0,40}(?:przeglądarce|online).{0,30}
sv,da,no  (?:visa|vis|läs|se).{0,30}(?:webbläsar|browser|nettleser|nettlesar|online).{0,30}
ja,zh  .{0,20}(?:ブラウザ|浏览器|瀏覽器).{0,30}
`,
  "^",
  "[.!]?$",
);

/** Exchange and mail gateways mark outside mail. */
const BANNER = phrases(
  String.raw`
en  external(?: e-?mail| sender| message)?\b|caution:?\s|warning:?\s|attention ?:\s|be careful with this message
en  you don['’]t often get (?:e-?mail|mail) from|some people who received this message don['’]t often
en  this (?:message|e-?mail) (?:originated|came|was sent|is) (?:from )?(?:outside|an external)
de  extern(?:e e-?mail|al)?\b|achtung:?\s|sie erhalten nicht (?:häufig|oft) e-?mails? von|diese e-?mail (?:stammt|kommt|wurde) von (?:einem )?(?:extern|außerhalb)
fr,es,it,nl  vous n['’]obtenez pas souvent|no suele recibir correos|non si riceve|u ontvangt niet vaak
`,
  "^[[(*<\\s]{0,4}",
);
const TOPIC =
  /outside|external|extern|learn why|unknown sender|links? (?:or|and) (?:open )?attachments|open (?:any )?attachments|anhänge|liens|organi[sz]ation|don['’]t often get|nicht (?:häufig|oft)|pas souvent|no suele|niet vaak/iu;

const MAX_LINES = 12;

/** Index of the first line that the sender wrote. */
export function textStart(lines: readonly Line[], mass: boolean): number {
  let at = 0;
  for (let i = 0; i < Math.min(lines.length, MAX_LINES); i++) {
    const text = matchable(lines[i]?.text ?? "");
    if (text === "" || isRule(text)) continue;
    const banner =
      BANNER.test(text) && !/[?？]/.test(text) && (TOPIC.test(text) || TOPIC.test(matchable(lines[i + 1]?.text ?? "")));
    const bare = text
      .replace(/https?:\S+/g, "")
      .replace(/[<>[\]|]/g, "")
      .trim();
    if (banner) at = paragraphEnd(lines, i);
    else if ((mass || words(text).length <= 14) && HEAD.test(bare)) at = i + 1;
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
