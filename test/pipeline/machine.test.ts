import { expect, test } from "vitest";
import { fold, readFixture } from "./read-fixture.ts";

/** Machines by header, by form and by words; and people who look like one. */
const mails: { file: string; kind?: string; visible?: string; author?: string; loop?: boolean; calendar?: string }[] = [
  {
    file: "complaint-about-confidential-data-stays",
    visible:
      "Hello, you sent my confidential report to the wrong recipient in error. Please delete it there and tell me who read it.",
  },
  {
    file: "web-form-wordpress-de",
    kind: "notification",
    visible: "Guten Tag, kann man Kurse auch wöchentlich wiederholen lassen? Danke, Hanna",
    author: "hanna.fuchs@fuchs-yoga.example",
  },
  {
    file: "web-form-html-table-fr",
    kind: "notification",
    visible: "Bonjour, livrez-vous en Belgique ? Merci d'avance.",
    author: "camille@roux-fleurs.example",
  },
  {
    file: "web-form-labels-above-values",
    kind: "notification",
    visible: "We need 500 flyers by Friday. Is that possible?",
    author: "ravi@patelprint.example",
  },
  {
    file: "typed-by-hand-like-a-form",
    visible:
      "Hi, please change our account: Company: Miller Towing Phone: 555-0144 Email: office@millertowing.example and send the invoices there from now on. Thanks!",
  },
  {
    file: "auto-reply-exchange-de",
    kind: "auto_reply",
    visible:
      "Ich bin bis einschließlich 16. Oktober nicht im Büro. In dringenden Fällen wenden Sie sich bitte an Herrn Klein.",
  },
  {
    file: "auto-reply-no-header-fr",
    kind: "auto_reply",
    visible:
      "Bonjour, Je suis actuellement en congés et serai de retour le 19 octobre. Pour toute urgence, contactez Marie au 01 99 00 00 12.",
  },
  {
    file: "auto-reply-no-header-es",
    kind: "auto_reply",
    visible: "Estoy fuera de la oficina hasta el 20 de octubre. Responderé a su mensaje a mi regreso.",
  },
  {
    file: "auto-reply-no-header-nl",
    kind: "auto_reply",
    visible:
      "Ik ben afwezig tot maandag 19 oktober. Uw bericht wordt niet doorgestuurd. Voor dringende zaken kunt u bellen met 020 000 0000.",
  },
  {
    file: "auto-reply-no-header-ja",
    kind: "auto_reply",
    visible: "10月16日まで休暇をいただいております。お急ぎの場合は代表番号までお電話ください。",
  },
  {
    file: "auto-reply-no-header-ru",
    kind: "auto_reply",
    visible: "Я нахожусь в отпуске до 19 октября. По срочным вопросам звоните Петру.",
  },
  {
    file: "auto-reply-no-header-pl",
    kind: "auto_reply",
    visible: "Jestem na urlopie do 16 października. W pilnych sprawach proszę o kontakt z Janem Nowakiem.",
  },
  { file: "auto-reply-no-header-sv", kind: "auto_reply", visible: "Jag är på semester och tillbaka den 19 oktober." },
  {
    file: "person-talks-about-being-away",
    visible:
      "Hi Colin, I am out of the office next week, so could we move the demo to the 19th? My colleague Dana can join on Monday if that suits you better.",
  },
  {
    file: "person-asks-about-out-of-office-feature",
    visible: "Hello, how do I set up an out of office message in the scheduler while I am on vacation until Friday?",
  },
  { file: "person-wants-to-unsubscribe", visible: "Please unsubscribe me from your newsletter, I get it twice." },
  {
    file: "person-with-opt-out-in-signature",
    visible: "Could you add two ovens to the order and confirm the new total?",
  },
  { file: "person-on-mailing-list", visible: "Yes, five times, then they give up." },
  {
    file: "google-group-customer-mail",
    visible: "Hi, our booking page shows an error since this morning. Can you look?",
    author: "ida@bergdental.example",
    loop: false,
  },
  {
    file: "help-desk-agent-answer-marked-generated",
    visible:
      "Hi Tidewater team, I found the parcel in our Reno depot and sent it out again today. You should have it on Thursday. Shall I refund the fee as well?",
  },
  {
    file: "ticket-acknowledgement-no-header",
    kind: "auto_reply",
    visible:
      "Guten Tag, vielen Dank für Ihre Nachricht. Wir haben Ihre Anfrage erhalten und melden uns innerhalb von zwei Werktagen.",
  },
  {
    file: "newsletter-no-list-headers",
    kind: "bulk",
    visible:
      "Unser Herbstprogramm Ab Montag senden wir jeden Abend live aus Innsbruck. Konzerte, Lesungen und Gespräche.",
  },
  {
    file: "notification-invoice-no-reply",
    kind: "notification",
    visible: "Hello, your invoice HL-20991 for September is ready: EUR 42.00, due October 19.",
  },
  { file: "notification-github-style", kind: "notification", visible: "The export crashes when the list is empty." },
  {
    file: "bounce-dsn-user-unknown",
    kind: "bounce",
    visible:
      "This is the mail system at host mx.example. <gone@nowhere.example>: host mx.nowhere.example said: 550 5.1.1 User unknown",
  },
  {
    file: "bounce-dsn-delay-warning",
    kind: "bounce",
    visible:
      "THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE. Your message could not be delivered for more than 4 hours. It will be retried until it is 5 days old.",
  },
  { file: "bounce-exim-text-only", kind: "bounce" },
  { file: "bounce-qmail-text-only", kind: "bounce" },
  { file: "read-receipt-mdn", kind: "auto_reply" },
  { file: "complaint-arf", kind: "notification" },
  {
    file: "calendar-invitation-with-words",
    kind: "none",
    visible: "Hi all, would Thursday at noon work for the demo? We would like to see the reminders first.",
    calendar: "REQUEST",
  },
  { file: "calendar-accepted", kind: "notification", calendar: "REPLY" },
  {
    file: "calendar-only-part",
    kind: "none",
    visible: "Demo Larkspur Sorry, we have to cancel the demo this week.",
    calendar: "CANCEL",
  },
  { file: "loop-own-mail-came-back", visible: "Our own answer came back.", loop: true },
  { file: "loop-delivered-twice", visible: "Could you send the price list again?", loop: true },
];

test.each(mails)("$file: $kind", async ({ file, kind = "none", visible, author, loop, calendar }) => {
  const email = await readFixture(file);
  expect(email.machine.kind, email.machine.rule).toBe(kind);
  if (visible !== undefined) expect(fold(email.visibleText)).toBe(visible);
  if (author) expect(email.author?.address).toBe(author);
  if (loop !== undefined) expect(email.loop).toBe(loop);
  if (calendar) expect(email.calendarMethod).toBe(calendar);
});

const bounces = [
  {
    file: "bounce-dsn-user-unknown",
    report: { status: "5.1.1", permanent: true, failedRecipients: ["gone@nowhere.example"] },
  },
  {
    file: "bounce-dsn-delay-warning",
    report: { status: "4.4.1", permanent: false, failedRecipients: ["gone@nowhere.example"] },
  },
  {
    file: "bounce-exim-text-only",
    report: { status: "5.1.1", permanent: true, failedRecipients: ["old@nowhere.example"] },
  },
  {
    file: "bounce-qmail-text-only",
    report: { status: "5.1.1", permanent: true, failedRecipients: ["nobody@nowhere.example"] },
  },
];

test.each(bounces)("$file is reported", async ({ file, report }) => {
  expect((await readFixture(file)).bounce).toEqual(report);
});
