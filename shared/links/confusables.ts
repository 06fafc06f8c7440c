// Letters, figures and signs of scripts that a browser's address can hold, each as the Latin letter that it is read as: those of
// Unicode's table of confusable characters (UTS 39) that no decomposition leads to and no registry's mapping takes away.

/** By the Latin letter; figures as the letters that they stand for. */
export const CONFUSABLE: Readonly<Record<string, string>> = {
  a: 'Ꭺᗅꓮ𖽀𐊠Ꮞ',
  b: 'ᏏᑲᖯᏴᗷꓐ𐊂𐊡𐌁бᏮ𑣕𐌚੪৪ଃ',
  c: 'ⲥ𐐽🝌𑣲𑣩Ꮯꓚ𐊢𐌂𐔜',
  d: 'ᏧᑯꓒᎠᗞᗪꓓ',
  e: 'ꬲ⋿ⴹᎬꓰ𐊆𖼻𑣊',
  f: 'ꬵꞙẝ𝈓ᖴꓝ𑣂𐊇𐊥𐔥',
  g: 'ᶃƍᏀᏳꓖ੧୨৭൭𑣌𑣖',
  h: 'ᏂᎻᕼꓧ𐋏',
  i: '⍳ɪꙇᎥ𑣃',
  j: 'Ꭻᒍꓙ',
  k: 'Ꮶᛕꓗ𐔘',
  l: '∣⏽۱𐌠ǀⵏᛁꓲ𖼨𐊊𐌉𝈪Ꮮᒪꓡ𖼖𐔦',
  m: 'Ꮇᗰᛖꓟ𐊰𐌑',
  n: 'ꓠ𐔓',
  o: 'ంಂംං೦०੦૦௦౦൦๐໐၀۵ᴑꬽⲟჿഠဝ𐓪𑣈𑣗𐐬০୦〇𑓐𑣠ⵔዐଠꓳ𐊒𐊫𐔖',
  p: '⍴ⲣᏢᑭꓑ𐊕',
  q: 'զⵕ',
  r: 'ꭇꭈⲅ𝈖ᎡᏒᖇꓣ𖼵',
  s: 'ƽ𑣁𐑈ᏕᏚꓢ𖼺𐊖',
  t: '⊤⟙🝨Ꭲꓔ𖼊𐊗𐊱𐌕𝈒𑣆',
  u: 'ꞟᴜꭎꭒ𐓶𑣘∪⋃ሀᑌꓴ𖽂',
  v: '∨⋁𑜆𑣀𝈍۷ⴸᏙᐯꛟꓦ𖼈𐔝',
  w: 'ᴡա𑜊𑜎𑜏𑣯𑣦ᎳᏔꓪ',
  x: '᙮×⤫⤬⨯ᕁᕽ᙭╳𐌢𑣬ⵝᚷꓫ𐊐𐊴𐌗𐔧',
  y: 'ɣᶌỿꭚყ𑣜ᎩᎽꓬ𖽃𐊲',
  z: '𑣄𐋵𑣥Ꮓꓜᒿꛯ𝈆',
}
