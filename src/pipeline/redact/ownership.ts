import type { RedactionContext } from "./context.ts";
import { valueKey } from "./value-key.ts";

/** Says whether a value belongs to the receiving business: its own phone number is in half of all mail and nobody's secret. */
export function ownershipOf({ own }: RedactionContext): (kind: string, value: string) => boolean {
  const phones = new Set(own.phones.map((phone) => valueKey("phone", phone)));
  const addresses = own.addresses.map((address) => valueKey("address", address)).filter((key) => key.length > 5);
  return (kind, value) => {
    if (kind === "email") {
      const email = valueKey("email", value);
      return own.emails.has(email) || own.domains.has(email.slice(email.lastIndexOf("@") + 1));
    }
    if (kind === "phone") return phones.size > 0 && phones.has(valueKey("phone", value));
    if (kind !== "address" || addresses.length === 0) return false;
    const key = valueKey("address", value);
    return addresses.some((address) => address.includes(key) || key.includes(address));
  };
}
