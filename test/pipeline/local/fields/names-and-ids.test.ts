import { expect, test } from "vitest";
import { readFields } from "../../../../src/pipeline/local/fields/fields.ts";
import { aMail, SHOP } from "./mail.ts";

const catalogue = {
  ...SHOP.catalogue,
  products: ["Locker S", "Locker M", "Locker L", "Return Label", "Ship API", "Outdoor Station"].map((name) => ({
    name,
    aliases: [],
  })),
  ids: { invoice_id: "VBF26\\d{4}" },
};
const settings = { ...SHOP, catalogue };

test("a product whose last word is a letter is not the plural of its first", () => {
  expect(readFields(aMail({ settings, text: "I love your lockers." })).products).toEqual([]);
  expect(readFields(aMail({ settings, text: "Is a locker S free at noon?" })).products).toEqual(["Locker S"]);
});

test("a number that goes on behind a slash is somebody else's", () => {
  const invoiceIn = (text: string) => readFields(aMail({ settings, text })).invoice_id;
  expect(invoiceIn("My invoice 2026/31 for October is still open.")).toBeNull();
  expect(invoiceIn("Where is invoice 2631?")).toBe("VBF262631");
});

test("the page where one unsubscribes is no company", () => {
  const mail = aMail({
    from: "Ναυτικά Χρονικά <newsletter@naftika.example>",
    text: "Νέα τέλη στα λιμάνια",
    signature: "Διαγραφή: https://naftika.example/unsubscribe",
    language: "el",
    machine: "bulk",
  });
  expect(readFields(mail).company_name).not.toMatch(/unsubscribe/);
});
