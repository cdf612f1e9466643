import { chosenIn, type Dropped, MOST_FILES } from "./read-dropped.ts";

/** What the file system of a browser gives for a file or a folder that is dropped. */
interface Handle {
  kind: "file" | "directory";
  name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<Handle>;
}

interface DroppedItem extends DataTransferItem {
  /** Chromium has it. Where a page is opened from disk, it is the only way there into a folder. */
  getAsFileSystemHandle?(): Promise<Handle | null>;
}

/**
 * What a person dropped: files, and all that is in folders. To be called during the event, after which the browser gives
 * nothing away any more.
 */
export async function droppedIn({ items, files }: DataTransfer): Promise<Dropped[]> {
  const folders = [...items].filter((item) => item.webkitGetAsEntry()?.isDirectory);
  const entries = folders.map((item) => item.webkitGetAsEntry()!);
  const handles = folders.map((item: DroppedItem) => item.getAsFileSystemHandle?.());
  const isFolder = new Set(entries.map(({ name }) => name));
  const found = chosenIn([...files].filter(({ name }) => !isFolder.has(name)));
  for (const [i, entry] of entries.entries()) {
    const handle = await handles[i];
    if (handle) await walkHandle(handle, "", found);
    else await walkEntry(entry, "", found);
  }
  return found;
}

async function walkHandle(handle: Handle, folder: string, found: Dropped[]): Promise<void> {
  if (found.length > MOST_FILES) return;
  const path = `${folder}/${handle.name}`;
  if (handle.kind === "file") found.push({ path, file: await handle.getFile() });
  else for await (const inner of handle.values()) await walkHandle(inner, path, found);
}

async function walkEntry(entry: FileSystemEntry, folder: string, found: Dropped[]): Promise<void> {
  if (found.length > MOST_FILES) return;
  const path = `${folder}/${entry.name}`;
  if (entry.isFile) {
    const own = entry as FileSystemFileEntry;
    found.push({ path, file: await new Promise<File>((resolve, reject) => own.file(resolve, reject)) });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // It gives some at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some) await walkEntry(one, path, found);
  }
}
