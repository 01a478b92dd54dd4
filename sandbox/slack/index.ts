export { Impossible } from "./actor/outcome.ts";
export { appFromManifest } from "./app.ts";
export { problemLine } from "./block-kit/report.ts";
export { blockTextLength } from "./block-kit/total-text.ts";
export { validateMessage } from "./block-kit/validate-message.ts";
export { validateView } from "./block-kit/validate-view.ts";
export { linksIn, mentionsIn } from "./rendering/reading.ts";
export { type Slack, type SlackOptions, startSlack } from "./start.ts";
export { defaultWorkspace } from "./workspace/seed.ts";
