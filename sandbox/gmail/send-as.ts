export interface SendAs {
  sendAsEmail: string;
  displayName: string;
  replyToAddress: string;
  signature: string;
  isPrimary?: boolean;
  isDefault?: boolean;
  treatAsAlias?: boolean;
  verificationStatus?: "accepted" | "pending";
}

/** The primary address first, then the aliases. Google leaves `verificationStatus` out for the primary. */
export function sendAsList(address: string, name: string, aliases: readonly (string | Partial<SendAs>)[]): SendAs[] {
  const primary: SendAs = {
    sendAsEmail: address,
    displayName: name,
    replyToAddress: "",
    signature: "",
    isPrimary: true,
    isDefault: true,
  };
  return [
    primary,
    ...aliases.map((alias) => ({
      sendAsEmail: typeof alias === "string" ? alias : (alias.sendAsEmail ?? ""),
      displayName: "",
      replyToAddress: "",
      signature: "",
      treatAsAlias: true,
      verificationStatus: "accepted" as const,
      ...(typeof alias === "string" ? {} : alias),
    })),
  ];
}

export const mayBeFrom = (list: readonly SendAs[], address: string): boolean =>
  list.some(
    (entry) =>
      entry.sendAsEmail.toLowerCase() === address.toLowerCase() &&
      (entry.isPrimary || entry.verificationStatus === "accepted"),
  );
