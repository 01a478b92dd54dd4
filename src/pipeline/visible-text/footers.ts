import { isDisclaimer } from "./disclaimers.ts";
import { isBlank, type Line, matchable, words } from "./line.ts";
import { saysItIsAutomatic } from "./no-reply-note.ts";
import { phrases } from "./patterns.ts";
import { isSentFrom } from "./sent-from.ts";
import { isRule } from "./separators.ts";
import { offersWayOut } from "./way-out.ts";

/** What senders of mass mail and portals put below their text: who sends it, why, how to stop it. */
const IMPRINT = phrases(String.raw`
en  ^(?:©|\(c\)|copyright\b)|all rights reserved|privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|and conditions|& conditions)
en  view (?:this|it|the|our)?.{0,24}(?:browser|online)|view (?:as a )?web ?page|read (?:this )?(?:online|in (?:your )?browser)
en  forward to a friend|add us to your address book|follow us|connect with us|help cent(?:er|re)$|update your profile|preference cent(?:er|re)
en  this (?:e-?mail|message|newsletter|notification) was sent (?:to|by)|^sent to \S+@|(?:sends?|sent) you this (?:because|as)|do not (?:forward|share) this
en  diagnostic information for administrators|powered by|cannot unsubscribe|no longer receive|this message was scanned
en  (?:is|was) (?:an authorized|a registered|not connected with|not affiliated)|subscriber service
de  alle rechte vorbehalten|^(?:datenschutz|impressum|agb)\b|im browser (?:ansehen|öffnen|anzeigen)|online ?(?:ansehen|version|lesen)
fr  tous droits réservés|mentions légales|version en ligne|dans (?:votre|le) navigateur
es,pt,it  todos los derechos|todos os direitos|tutti i diritti|aviso legal|en (?:el |su |tu )?navegador|no (?:seu )?navegador|nel (?:tuo )?browser
nl,pl  alle rechten|in (?:de |uw |je )?browser|wszelkie prawa|w przeglądarce
`);

/** Where the footer of mass mail or of a portal's notice begins. */
export function footerStart(lines: readonly Line[]): number {
  // The lowest lines, as long as they are footer, small print, or a few short lines among such.
  let start = lines.length;
  let among = 0;
  for (let at = lines.length - 1; at > 0; at--) {
    const { text, small } = lines[at] as Line;
    if (isBlank(text) || isRule(text)) continue;
    const line = matchable(text);
    if (isFooterLine(line)) {
      start = at;
      among = 0;
    } else if (small && among === 0) start = at;
    else if (++among > MAX_AMONG || words(line).length > 14) break;
  }
  let end = start;
  while (end > 0 && (isBlank(lines[end - 1]?.text ?? "") || isRule(lines[end - 1]?.text ?? ""))) end--;
  return end;
}
/** The sender's name, street, a social link between two footer lines. */
const MAX_AMONG = 4;

const isFooterLine = (line: string): boolean =>
  offersWayOut(line) ||
  isSentFrom(line) ||
  isDisclaimer(line) ||
  (words(line).length <= 25 && (saysItIsAutomatic(line) || IMPRINT.test(line)));
