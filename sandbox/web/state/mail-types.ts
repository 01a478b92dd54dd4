export interface Person {
  name: string;
  address: string;
}

export interface Attachment {
  filename: string;
  mimeType: string;
  size: number;
  href: string;
}

export interface CustomerLine extends Person {
  lastAt: number;
  subject: string;
  snippet: string;
  received: number;
}

export interface CustomerMail {
  id: string;
  written: boolean;
  at: number;
  from: Person;
  to: Person[];
  cc: Person[];
  subject: string;
  text: string;
  messageId: string;
  references: string[];
  automatic: boolean;
  attachments: Attachment[];
}

export interface Conversation {
  id: string;
  subject: string;
  mails: CustomerMail[];
}

export interface TeamMailbox {
  address: string;
  name: string;
  messages: number;
  unread: number;
  drafts: number;
}

export interface TeamLine {
  id: string;
  threadId: string;
  from?: Person;
  to: Person[];
  subject: string;
  snippet: string;
  at: number;
  labels: string[];
  unread: boolean;
  draftId?: string;
}

export interface TeamMail extends TeamLine {
  cc: Person[];
  text: string;
  attachments: { filename: string; mimeType: string; size: number }[];
}

export interface NewAttachment {
  filename: string;
  mimeType: string;
  content: string;
}
