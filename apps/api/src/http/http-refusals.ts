import { refusals } from '#rules/shared/refusal';

export const refuseHttp = refusals({
  'http.not-found': { kind: 'not-found', zh: '没有这个地址。', en: 'There is no such address.' },
  'http.invalid': {
    kind: 'invalid',
    zh: '提交的内容有误，请按提示改正：{faults}',
    en: 'Some of what was sent is wrong; please mend it: {faults}',
  },
  'http.malformed': { kind: 'invalid', zh: '请求格式无法识别。', en: 'The request could not be read.' },
  'http.too-large': { kind: 'invalid', zh: '内容过大，请减小后重试。', en: 'That is too large. Please send less.' },
  'http.media-type': { kind: 'invalid', zh: '不支持这种内容类型。', en: 'This kind of content is not accepted.' },
  'http.method': { kind: 'not-found', zh: '此地址不支持该操作。', en: 'That cannot be done at this address.' },
  'http.fault': {
    kind: 'unavailable',
    zh: '系统出错，操作没有完成。请记下编号 {requestId} 告知系统管理员。',
    en: 'Something went wrong and nothing was done. Please give the number {requestId} to the system administrator.',
  },
  'http.repeated': {
    kind: 'conflict',
    zh: '这一操作此前已经完成，请刷新页面查看结果。',
    en: 'This was done before. Please reload to see the result.',
  },
});
