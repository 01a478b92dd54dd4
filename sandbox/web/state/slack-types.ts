import type { Token as Parsed } from "../../slack/rendering/mrkdwn.ts";

/** A piece of text with the words that stand in its place. */
export type Token = Parsed & { shown: string };
export type Json = Record<string, unknown>;

export interface PlainText {
  type: "plain_text";
  text: string;
  shown?: string;
  emoji?: boolean;
}

export interface Mrkdwn {
  type: "mrkdwn";
  text: string;
  tokens: Token[];
}

export type TextObject = PlainText | Mrkdwn;

export interface Option {
  text: TextObject;
  value: string;
  description?: TextObject;
  url?: string;
}

export interface OptionGroup {
  label: PlainText;
  options: Option[];
}

export interface Confirm {
  title?: PlainText;
  text?: TextObject;
  confirm?: PlainText;
  deny?: PlainText;
  style?: "primary" | "danger";
}

/** A block as the sandbox hands it out; what each kind has besides is looked up where it is drawn. */
export interface Block extends Json {
  type: string;
  block_id: string;
}

export interface Element extends Json {
  type: string;
  action_id: string;
  confirm?: Confirm;
  options?: Option[];
  option_groups?: OptionGroup[];
  placeholder?: PlainText;
  focus_on_load?: boolean;
}

export type StateValues = Record<string, Record<string, Json>>;

export interface User {
  id: string;
  name: string;
  realName: string;
  displayName: string;
  tz: string;
  admin: boolean;
  guest: boolean;
  bot: boolean;
  deleted: boolean;
}

export interface Reaction {
  name: string;
  users: string[];
  count: number;
}

export interface SlackFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
}

export interface Message {
  ts: string;
  channel: string;
  text: string;
  tokens: Token[];
  user?: string;
  bot_id?: string;
  subtype?: string;
  blocks?: Block[];
  attachments?: { text?: string; blocks?: Block[] }[];
  thread_ts?: string;
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  reactions?: Reaction[];
  files?: SlackFile[];
  edited?: { user: string; ts: string };
  isEphemeral: boolean;
  state?: { values: StateValues };
}

export interface Conversation {
  id: string;
  name: string;
  kind: "public" | "private" | "im";
  archived: boolean;
  externallyShared: boolean;
  topic: string;
  isMember: boolean;
  members: string[];
  unread: number;
  mentions: number;
  pins: string[];
  messages: Message[];
}

export interface View {
  id: string;
  type: "modal" | "home";
  title: PlainText | null;
  submit: PlainText | null;
  close: PlainText | null;
  blocks: Block[];
  hash: string;
  state: { values: StateValues };
  errors: Record<string, string>;
  previous_view_id: string | null;
}

export interface Snapshot {
  now: number;
  team: { id: string; name: string; domain: string };
  app: {
    id: string;
    name: string;
    botUser: string;
    commands: { command: string }[];
    shortcuts: { callbackId: string; type: "global" | "message" }[];
    homeTab: boolean;
    canMessage: boolean;
  };
  connections: number;
  you: string;
  users: User[];
  channels: Conversation[];
  home: View | null;
  modals: View[];
}

/** What a person sees after doing something. */
export interface Outcome {
  ok: boolean;
  failure?: { code: string; text: string };
  errors?: Record<string, string>;
  opened?: string;
  result?: unknown;
}
