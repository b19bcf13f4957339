import { useEffect, type ReactNode } from 'react';
import styles from './list.module.css';
import { useWords } from './words.js';

interface Props {
  title: string;
  about?: string | undefined;
  children?: ReactNode;
}

/** The title of a page, its tools at the right, and the window's title with it. */
export function PageHead({ title, about, children }: Props) {
  useDocumentTitle(title);
  return (
    <header className={styles['head']}>
      <div>
        <h1>{title}</h1>
        {about && <p className="soft">{about}</p>}
      </div>
      <div className={styles['tools']}>{children}</div>
    </header>
  );
}

export function useDocumentTitle(title: string): void {
  const { t } = useWords();
  const product = t('product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
