import type { JsonObject } from "../json.ts";

export interface Team {
  id: string;
  name: string;
  domain: string;
}

export interface User {
  id: string;
  name: string;
  realName: string;
  displayName: string;
  email: string;
  tz: string;
  admin: boolean;
  /** A multi-channel guest. */
  restricted: boolean;
  /** A single-channel guest. */
  ultraRestricted: boolean;
  /** Somebody from another organisation, met in a shared channel. */
  stranger: boolean;
  bot: boolean;
  deleted: boolean;
  teamId: string;
  updatedAt: number;
}

/** A message as Slack returns it, plus the channel it is in. */
export interface Message extends JsonObject {
  type: "message";
  channel: string;
  ts: string;
  text: string;
  subtype?: string;
  user?: string;
  bot_id?: string;
  app_id?: string;
  blocks?: JsonObject[];
  attachments?: JsonObject[];
  thread_ts?: string;
  metadata?: JsonObject;
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
  files?: JsonObject[];
  reply_count?: number;
}

export interface Ephemeral extends Message {
  is_ephemeral: true;
  /** The one person who sees it. */
  viewer: string;
}

export type ChannelKind = "public" | "private" | "im";

export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  archived: boolean;
  externallyShared: boolean;
  pendingShared: boolean;
  topic: string;
  purpose: string;
  createdAt: number;
  members: Set<string>;
  /** In order of ts: a Map keeps the order in which they came. */
  messages: Map<string, Message>;
  /** Parent ts to the ts of its replies. */
  threads: Map<string, string[]>;
  pins: Set<string>;
  bookmarks: JsonObject[];
  /** Last ts each person has read. */
  readAt: Map<string, string>;
}

export interface UserGroup {
  id: string;
  handle: string;
  name: string;
  users: string[];
  disabled: boolean;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  user: string;
  createdAt: number;
  length: number;
  altText: string;
  content?: Buffer;
  completed: boolean;
  deleted: boolean;
  channels: Set<string>;
}

export interface Scheduled {
  id: string;
  channel: string;
  postAt: number;
  content: JsonObject;
}
