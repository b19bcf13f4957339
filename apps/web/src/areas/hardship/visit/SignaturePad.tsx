import { useRef, useState, type PointerEvent } from 'react';
import { LARGEST_PICTURE } from '#rules/hardship/visits/visit-value';
import { useWords } from '../../../kit/words.js';
import styles from './visit.module.css';
import type { FieldProps } from './field-props.js';

const [WIDTH, HEIGHT] = [640, 240];

/** Signed with a finger or a mouse; a picture of the strokes goes into the form. */
export function SignaturePad({ value, disabled, onWrite, labelledBy }: FieldProps & { labelledBy: string }) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  /** The strokes are on the pad that is seen; else the picture is shown. */
  const [drawn, setDrawn] = useState(false);
  const drawing = useRef(false);

  const point = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (disabled) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    setDrawn(true);
    const pen = event.currentTarget.getContext('2d')!;
    Object.assign(pen, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1c1f21' });
    pen.beginPath();
    pen.moveTo(...point(event));
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!drawing.current) return;
    const pen = event.currentTarget.getContext('2d')!;
    pen.lineTo(...point(event));
    pen.stroke();
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!drawing.current) return;
    drawing.current = false;
    const picture = event.currentTarget.toDataURL('image/png');
    if (picture.length <= LARGEST_PICTURE) onWrite(picture);
  };
  const again = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
    onWrite(null);
  };

  return (
    <div className={styles['signature']}>
      {drawn || value === null ? (
        <canvas
          ref={canvas}
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-labelledby={labelledBy}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
      ) : (
        <img src={value as string} alt={t('visits.signatureOf')} width={WIDTH / 2} height={HEIGHT / 2} />
      )}
      <div className={styles['row']}>
        <small className={styles['soft']}>{t(value === null ? 'visits.signHere' : 'visits.signed')}</small>
        <button type="button" disabled={disabled || value === null} onClick={again}>
          {t('visits.signAgain')}
        </button>
      </div>
    </div>
  );
}
