/** Reads the mail on its standard input; a process of its own, so that a test can give it little memory. */
import { normalise } from "../../src/pipeline/normalise.ts";
import { CONTEXT } from "./read-fixture.ts";

const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
const { text, attachments } = await normalise(Buffer.concat(pieces), CONTEXT);
process.stdout.write(JSON.stringify({ text: text.slice(0, 100), files: attachments.map(({ name }) => name) }));
process.exit(0);
