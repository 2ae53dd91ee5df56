/** How a proof looks, on a screen and on paper: letter size across, one page wide, nothing cut off. */
export const STYLE = [
  '@page{size:letter landscape;margin:.45in .4in .55in;@bottom-left{content:"Draft, not filed with the SEC";font:8pt sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}',
  'html{background:#fff;color:#000;color-scheme:light}',
  'body{font:13px/1.35 "Helvetica Neue",Arial,sans-serif;margin:1rem auto;max-width:76rem;padding:0 1rem}',
  'p{margin:.2em 0}h1{font-size:1.15em;margin:.6em 0}h2{font-size:1em;font-weight:400;margin:0 0 .2em}a{color:inherit}',
  '.about{border:2px solid;margin:0 0 1rem;padding:.5rem .75rem}.about h1{margin:0 0 .3em}',
  '.about dl{display:grid;gap:0 1rem;grid-template-columns:max-content 1fr;margin:.3em 0 0}dd{margin:0;overflow-wrap:anywhere}',
  '.head{display:grid;gap:0 1.5rem;grid-template-columns:14rem 1fr 14rem}.head .title{grid-column:2;grid-row:1;text-align:center}',
  '.head .left{grid-column:1;grid-row:1;font-size:.8em}.head .omb{align-self:start;border:1px solid;font-size:.8em;grid-column:3;grid-row:1;padding:.4rem}',
  '.boxes{border:1px solid;border-width:1px 0 0 1px;display:grid;grid-template-columns:35% 35% 30%;margin-top:.75rem}',
  '.box{border:1px solid;border-width:0 1px 1px 0;min-width:0;overflow-wrap:anywhere;padding:.4rem}',
  '.person{grid-column:1;grid-row:1/span 3}.foreign .person{grid-row:1/span 4}.two{grid-column:2}.five{grid-column:3;grid-row:1/span 2}.six{grid-column:3;grid-row:3}.foreign .six{grid-row:3/span 2}.other .person{grid-row:auto}.other.boxes{border-top-width:0;grid-template-columns:35% 65%;margin:0}',
  '.value{font-family:"Times New Roman",Times,serif;font-size:1.1em}.small{border-top:1px solid #888;font-size:.8em}',
  'table{border-collapse:collapse;margin-top:.75rem;table-layout:fixed;width:100%}',
  'caption{font-weight:700;padding:.3rem 0}th,td{border:1px solid;overflow-wrap:anywhere;padding:.2rem .3rem;text-align:left;vertical-align:top}',
  'th{font-size:.75em;font-weight:700}td{font-family:"Times New Roman",Times,serif}td.number{text-align:right}thead{display:table-header-group}tr{break-inside:avoid}',
  'sup{font-size:.75em;line-height:0}.notes p,.remarks p{font-family:"Times New Roman",Times,serif}.value,td,.notes p,.remarks p{unicode-bidi:isolate}',
  '.unread{background:repeating-linear-gradient(135deg,#fff 0 5px,#ccc 5px 6px);outline:1px dashed;print-color-adjust:exact}.unread.unread td,pre{font:.8em/1.4 monospace;overflow-wrap:anywhere;white-space:pre-wrap}',
  '.cited::after{color:#333;content:attr(data-place);font-size:.8em}.missing{border-bottom:1px dashed}',
  '.signed{display:grid;gap:0 1.5rem;grid-template-columns:1fr 24em 9em;margin-top:.8em}.signed.caption{margin-top:0}.signed.caption span{font-size:.85em}.signed .name{grid-column:2}.signed .date{grid-column:3}.signed .value{border-bottom:1px solid}',
  '.legend{font-size:.8em;margin-top:.75rem}.more{border-top:2px solid;margin-top:1.5rem;padding-top:.5rem}.more table{table-layout:auto}.more td,.more th{font:inherit;font-size:.85em}.more th{font-weight:700}.more h2{font-size:1em;font-weight:700;margin:.8em 0 .2em}',
  '[data-mark]{outline:2px solid;outline-offset:-2px}[data-mark]::after{content:" \\25b8" attr(data-mark);font:700 .75em sans-serif}',
  'ins{font-weight:700;text-decoration:underline}del{color:#555;text-decoration:line-through}tr.added td{background:#f2f2f2}.explains{display:block;font-size:.85em;padding-left:1.5em}.explains::before{content:"\\394\\a0"}',
  ':target{outline:3px solid;outline-offset:2px}@media print{body{font-size:7.5pt;margin:0;max-width:none;padding:0}h1,h2,caption{break-after:avoid}}',
].join('');

/** Of STYLE, so that the page may have this style and no other; a test keeps the two together. */
export const STYLE_HASH = 'sha256-zxKLlaygmn2enW42oJxweBv3FWYDl5yr3Y7VREDk6fA=';
