/** Opens a conversation in the Gmail of whoever is signed in to that mailbox. */
export const gmailUrl = (mailbox: string, threadId: string): string =>
  `https://mail.google.com/mail/?authuser=${encodeURIComponent(mailbox)}#all/${encodeURIComponent(threadId)}`;
