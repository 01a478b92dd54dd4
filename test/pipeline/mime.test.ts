import { expect, test } from "vitest";
import { fold, readFixture } from "./read-fixture.ts";

const oddities: {
  file: string;
  visible: string;
  subject?: string;
  fromName?: string;
  language?: string;
  defect?: string;
}[] = [
  { file: "charset-latin1-label-on-utf8", visible: "Je souhaite déplacer ma réservation à mardi.", language: "fr" },
  { file: "charset-none-windows-1251", visible: "Здравствуйте, когда будет доставка моего заказа?", language: "ru" },
  { file: "charset-utf-7", visible: "Was kostet die Tür mit Einbau?", language: "de" },
  { file: "charset-hz-gb-2312", visible: "己所不有的请不要 ok" },
  { file: "charset-cp850", visible: "Schöne Größe, bitte zurücksenden." },
  {
    file: "headers-raw-latin1",
    visible: "Plus rien ne marche depuis hier soir.",
    subject: "Problème réseau",
    fromName: "André Dupônt",
  },
  { file: "subject-encoded-words-split-in-a-character", visible: "Hello there.", subject: "請求書の件 €5" },
  { file: "mime-no-boundary-parameter", visible: "Is the boundary really needed?", defect: "boundary" },
  { file: "mime-wrong-boundary", visible: "The boundary is another one.", defect: "boundary" },
  { file: "mime-missing-end-boundary", visible: "The end is missing here" },
  { file: "mime-html-sent-as-plain", visible: "Two sensors are offline since noon." },
  { file: "mime-empty-plain-beside-html", visible: "Only the HTML has words." },
  {
    file: "mime-plain-stub-beside-html",
    visible: "Please ship the second pallet on Monday, the gate opens at six and there is nobody here after nine.",
  },
  { file: "mime-apple-text-image-text", visible: "Here is the crack: and this is the receipt number: 5512." },
  { file: "mime-uuencoded-file-in-text", visible: "The log is below. Bye for now, tell me what you see." },
  { file: "mime-mbox-from-line", visible: "An archive put a From line on top." },
  { file: "mime-bare-cr-line-ends", visible: "Line ends are bare CR.", defect: "CR" },
  { file: "mime-pgp-signed-inline", visible: "Please rotate the deploy key today." },
  { file: "mime-winmail-dat", visible: "Anbei der Plan für die Halle, bitte bis Mittwoch prüfen.", defect: "plan.pdf" },
  { file: "mime-zero-width-and-bidi", visible: "Please pay to tnuocca today.", subject: "Invoice" },
  {
    file: "mime-emoji-and-persian-joiners-stay",
    visible: "می\u200cخواهم سفارش را لغو کنم 👩\u200d🔧❤️",
    language: "fa",
  },
];

test.each(oddities)("$file", async ({ file, visible, subject, fromName, language, defect }) => {
  const email = await readFixture(file);
  expect(fold(email.visibleText)).toBe(visible);
  if (subject) expect(email.subject).toBe(subject);
  if (fromName) expect(email.from?.name).toBe(fromName);
  if (language) expect(email.language).toBe(language);
  if (defect) expect(email.defects.join()).toContain(defect);
});
