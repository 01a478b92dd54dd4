import { z } from "zod";
import { type CapValue, isCap, NO_CAP } from "../permit.ts";

const Cap = z
  .custom<CapValue>(isCap, 'write an amount such as 50, "50 EUR" or "25 %", a list of such amounts, or any')
  .optional();

/** Up to what each tier may allow; who is not named may allow nothing. */
const Caps = z.strictObject({ agent: Cap, lead: Cap, admin: Cap });
const onlyAdmins = { admin: NO_CAP } satisfies z.input<typeof Caps>;

/** Who may allow an answer, or a call, that commits the company; nobody may allow more than their cap. */
export const Approvals = z.strictObject({
  /** How long a permission can be used. */
  expiresMinutes: z.number().int().min(1).max(1_440).default(60),
  /** Of caps that name none. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "write a currency as three capital letters, such as EUR")
    .default("USD"),
  /** Money back. */
  refund: Caps.prefault(onlyAdmins),
  /** Vouchers, compensation, anything given beside the price. */
  credit: Caps.prefault(onlyAdmins),
  /** A price off, or something for nothing. */
  discount: Caps.prefault(onlyAdmins),
  /** Guarantees, promises, admissions of fault. They have no amount: write `any`, or nothing. */
  guarantee: Caps.prefault(onlyAdmins),
  /** Orders and accounts: cancelled, replaced, upgraded, deleted. They have no amount either. */
  change: Caps.prefault(onlyAdmins),
});
