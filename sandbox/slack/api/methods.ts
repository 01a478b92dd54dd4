import type { JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import type { ApiCall } from "./call.ts";
import * as chat from "./methods/chat.ts";
import * as conversations from "./methods/conversations.ts";
import * as files from "./methods/files.ts";
import * as history from "./methods/history.ts";
import * as identity from "./methods/identity.ts";
import * as marks from "./methods/pins-and-bookmarks.ts";
import * as reactions from "./methods/reactions.ts";
import * as scheduled from "./methods/scheduled.ts";
import * as users from "./methods/users.ts";
import * as views from "./methods/views.ts";

export type Method = (call: ApiCall, world: World) => JsonObject;

/** The methods that Mailroom could use; of the others the sandbox says `unknown_method`, loudly. */
export const methods: Record<string, Method> = {
  "api.test": identity.test,
  "auth.test": identity.authTest,
  "apps.connections.open": identity.openConnection,
  "team.info": identity.teamInfo,
  "bots.info": identity.botInfo,
  "chat.postMessage": chat.postMessage,
  "chat.postEphemeral": chat.postEphemeral,
  "chat.update": chat.update,
  "chat.delete": chat.remove,
  "chat.getPermalink": chat.getPermalink,
  "chat.scheduleMessage": scheduled.scheduleMessage,
  "chat.deleteScheduledMessage": scheduled.deleteScheduled,
  "chat.scheduledMessages.list": scheduled.listScheduled,
  "conversations.open": conversations.open,
  "conversations.info": conversations.info,
  "conversations.list": conversations.list,
  "conversations.members": conversations.members,
  "conversations.join": conversations.join,
  "conversations.history": history.history,
  "conversations.replies": history.replies,
  "users.info": users.info,
  "users.list": users.list,
  "users.lookupByEmail": users.lookupByEmail,
  "users.conversations": conversations.ofUser,
  "usergroups.list": users.groups,
  "usergroups.users.list": users.groupUsers,
  "views.open": views.open,
  "views.push": views.push,
  "views.update": views.update,
  "views.publish": views.publish,
  "reactions.add": reactions.add,
  "reactions.remove": reactions.remove,
  "reactions.get": reactions.get,
  "pins.add": marks.addPin,
  "pins.remove": marks.removePin,
  "bookmarks.add": marks.addBookmark,
  "bookmarks.edit": marks.editBookmark,
  "bookmarks.remove": marks.removeBookmark,
  "bookmarks.list": marks.listBookmarks,
  "files.getUploadURLExternal": files.getUploadUrl,
  "files.completeUploadExternal": files.completeUpload,
  "files.info": files.info,
  "files.delete": files.remove,
};
