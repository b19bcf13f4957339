import { useRef, useState, type DragEvent } from 'react';
import styles from './drop.module.css';

interface Props {
  accept: string;
  title: string;
  hint: string;
  busy: boolean;
  onFile: (file: File) => void;
}

/** A place to drop a file, or to press and choose one. */
export function FileDrop({ accept, title, hint, busy, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={styles['drop']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button type="button" disabled={busy} onClick={() => input.current?.click()}>
        <strong>{title}</strong>
        <span>{hint}</span>
      </button>
      <input ref={input} type="file" hidden accept={accept} aria-label={title} onChange={(event) => take(event.target.files)} />
    </div>
  );
}
