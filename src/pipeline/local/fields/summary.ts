import type { Email } from "../../../domain/email.ts";
export function summarise(email: Email, _l: string): string {
  return email.visibleText.slice(0, 280);
}
