// The data folder: everything that must survive a restart, and a note of who is using it now.
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Children } from './children.mjs';
import { beganAt, endProcess, isSame } from './processes.mjs';
import { Stop } from './say.mjs';

/** Opens a folder for this process alone; without a path, one that is deleted when closed. */
export async function openDataFolder(given) {
  const path = given ? resolve(given) : mkdtempSync(join(tmpdir(), 'bangfu-'));
  mkdirSync(join(path, 'logs'), { recursive: true });
  accessSync(path, constants.W_OK);
  const file = join(path, 'running.json');
  const note = { launcher: { pid: process.pid, began: beganAt(process.pid) }, children: [] };
  if (!create(file, note)) await takeOver(file, note, path);

  // The last children may still be heard of when the folder is gone; then there is nothing left to note.
  let closed = false;
  const update = (change) => closed || replace(file, Object.assign(note, change));
  const children = new Children((running) => update({ children: running }));
  if (!given) children.throwAway(path);

  async function close() {
    await children.stop();
    closed = true;
    rmSync(given ? file : path, { recursive: true, force: true });
  }
  return { path, children, announce: (address) => update({ address }), close };
}

/** Says so early: a database that runs out of room while being made leaves a riddle. */
export function refuseFullDisk({ path }, megabytes) {
  const { bavail, bsize } = statfsSync(path);
  if (bavail * bsize < megabytes * 2 ** 20) throw Object.assign(new Error(`less than ${megabytes} MB`), { code: 'ENOSPC' });
}

/** The note of a launcher that was killed: its children are stopped, by number and birth, before we begin. */
async function takeOver(file, note, path) {
  const old = readNote(file);
  if (old?.launcher && isSame(old.launcher)) {
    const where = old.address ?? `pid ${old.launcher.pid}`;
    throw new Stop(
      `数据文件夹 ${path} 正在被使用(${where})。请先停止它,或用 BANGFU_DATA 指定另一个文件夹。`,
      `The data folder ${path} is in use (${where}). Stop that one first, or name another folder with BANGFU_DATA.`,
    );
  }
  for (const child of [...(old?.children ?? [])].reverse()) await endProcess(child);
  rmSync(file, { force: true });
  if (!create(file, note)) return takeOver(file, note, path);
}

function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function draftOf(file, note) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(note), { mode: 0o600 });
  return draft;
}

const replace = (file, note) => renameSync(draftOf(file, note), file);

function create(file, note) {
  const draft = draftOf(file, note);
  try {
    linkSync(draft, file); // fails when somebody was first
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft);
  }
}
