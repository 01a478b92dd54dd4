import file from "./block-kit-limits.json" with { type: "json" };

export type Surface = "message" | "modal" | "home";

export interface FieldSpec {
  type?: "string" | "boolean" | "integer" | "array" | "object" | "text_object";
  const?: string;
  min_length?: number;
  max_length?: number;
  min_items?: number;
  max_items?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  enum?: string[];
  pattern?: string;
  format?: string;
  of?: string[];
  ref?: string;
  text_types?: string[];
  min_text_length?: number;
  max_text_length?: number;
  item_min_text_length?: number;
  item_max_text_length?: number;
  text_max_length?: number;
  item_optional?: Record<string, string[] | string>;
  must_match?: string;
  option_text?: string;
  option_url_allowed?: boolean;
  required_props?: string[];
  props?: Record<string, string>;
  cumulative_per_payload?: boolean;
}

export interface ObjectSpec {
  surfaces?: Record<Surface, boolean | "conflicting">;
  required: string[];
  optional: string[];
  fields?: Record<string, FieldSpec>;
  exactly_one_of?: string[];
  at_least_one_of?: string[];
  type_const?: string;
  inbound_only?: boolean;
  requires_scope?: string;
  state?: Record<string, string>;
  interactive?: boolean;
  cell_types?: string[];
  cells_per_row?: { min?: number; max: number };
  max_per_message?: number;
  per_message_total_characters?: number;
  max_file_bytes?: number;
  suggestion_limit?: number;
}

interface CompositionSpec {
  required?: string[];
  optional?: string[];
  exactly_one_of?: string[];
  min_properties?: number;
  [field: string]: unknown;
}

interface MethodSpec {
  tier: string | null;
  scopes_bot: string[];
  required: string[];
  optional: string[];
  errors: string[];
}

interface RichTextSpec {
  elements: string[];
  required: string[];
  optional: string[];
  style?: string[];
  indent?: { min: number; max: number };
  border?: number[];
}

interface LeafSpec {
  required: string[];
  optional?: string[];
  range?: string[];
  text?: { min_length: number };
}

interface ViewSpec {
  required: string[];
  optional: string[];
  title?: { text_types: string[]; min_length?: number; max_length: number };
  submit?: { text_types: string[]; min_length?: number; max_length: number };
  close?: { text_types: string[]; min_length?: number; max_length: number };
  blocks: { min_items: number; max_items: number };
  max_bytes: number;
}

interface LimitsFile {
  ids: Record<"block_id" | "action_id" | "callback_id" | "external_id" | "private_metadata", { max_length: number }>;
  surface_limits: Record<Surface, { max_blocks: number }>;
  message: {
    text: { truncated_over: number; truncation_warning: string; update_max: number; update_error: string };
    markdown_text: { max_length: number; error: string };
    attachments: { max_items: number; error: string };
    total_block_text: { safe_max: number; error: string };
    no_content: { error: string };
  };
  views: { modal: ViewSpec & { stack_max: number; stack_error: string }; home: ViewSpec };
  composition: Record<string, CompositionSpec>;
  blocks: Record<string, ObjectSpec>;
  elements: Record<string, ObjectSpec>;
  rich_text: Record<
    "rich_text_section" | "rich_text_list" | "rich_text_quote" | "rich_text_preformatted",
    RichTextSpec
  > & {
    leaves: Record<string, LeafSpec>;
    style_flags: string[];
  };
  error_messages: { when: string; message: string }[];
  rate_tiers: Record<string, string>;
  methods: Record<string, MethodSpec>;
}

/** What Slack allows, as data: the validator and the Web API read their numbers, keys and words from here. */
export const limits = file as unknown as LimitsFile;
