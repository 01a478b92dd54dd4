/** A ticket that somebody opened by hand has no conversation in Gmail until its first answer is sent. */
const PREFIX = "by-hand-";

export const byHandId = (random: string): string => `${PREFIX}${random}`;
export const isByHand = (providerThreadId: string): boolean => providerThreadId.startsWith(PREFIX);
