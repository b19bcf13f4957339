import { resolve } from 'node:path';
import type { Settings } from '../settings.js';
import { clamAv, type Scan } from './clamav.js';
import { diskStore } from './disk-store.js';
import type { FileStore } from './file-store.js';
import { s3Store } from './s3-store.js';

/** Where attachments are kept, who scans them, and how large one may be. */
export interface Files {
  readonly store: FileStore;
  readonly scan?: Scan;
  readonly mostBytes: number;
}

export function openFiles(settings: Settings): Files {
  return {
    store: openStore(settings),
    ...(settings.CLAMAV_URL && { scan: clamAv(settings.CLAMAV_URL) }),
    mostBytes: settings.ATTACHMENT_MB * 1024 * 1024,
  };
}

function openStore(settings: Settings): FileStore {
  const { FILES_URL, FILES_ENDPOINT, FILES_REGION, FILES_KEY_ID, FILES_SECRET, FILES_STYLE } = settings;
  if (!FILES_URL) return diskStore(resolve(settings.BANGFU_DATA, 'files'));
  const { hostname: bucket, pathname } = new URL(FILES_URL);
  const folder = pathname.replace(/^\/+|\/+$/g, '');
  return s3Store({
    bucket,
    prefix: folder === '' ? '' : `${folder}/`,
    endpoint: FILES_ENDPOINT!,
    region: FILES_REGION,
    keyId: FILES_KEY_ID!,
    secret: FILES_SECRET!,
    style: FILES_STYLE,
  });
}
