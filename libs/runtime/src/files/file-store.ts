/** Sealed files under the SHA-256 of their bytes. Nothing is ever changed: a name has one content, or none. */
export interface FileStore {
  /** Returns when the bytes would survive a power cut; refuses when the store is away or full. */
  put(name: string, bytes: Buffer): Promise<void>;
  /** Refuses when the store is away, or the bytes are gone or not what their name says. */
  get(name: string): Promise<Buffer>;
  remove(name: string): Promise<void>;
  /** Everything that is kept, broken-off uploads included, in pages. */
  list(): AsyncIterable<readonly StoredFile[]>;
}

export interface StoredFile {
  /** undefined where it is what an upload left that broke off */
  readonly name: string | undefined;
  readonly changedAt: Date;
  remove(): Promise<void>;
}

export const isFileName = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
