import { crc32, deflateRawSync } from "node:zlib";

/** A zip file of these names and contents, as any packer writes it; `count` is what it says it holds. */
export function zipFile(files: readonly (readonly [name: string, content: string])[], count = files.length): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(Buffer.byteLength(content), 8);
    sizes.writeUInt16LE(Buffer.byteLength(name), 12);
    const shared = Buffer.concat([Buffer.from("14000000080000000000", "hex"), sizes]);
    const entry = Buffer.concat([Buffer.from("504b0304", "hex"), shared, Buffer.from(name), packed]);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from("504b01021400", "hex"), shared, offset, Buffer.from(name)]));
    local.push(entry);
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}
