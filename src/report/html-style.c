/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/html-private.h"

/* Blue and rust for the two sides, with letters, so that colour alone says nothing and neither is the wrong one. Contrast of
 * text is at least 4.5 to 1 on its ground in both schemes (WCAG 2, 1.4.3). */
const char BEL_HTML_STYLE[] =
    ":root{color-scheme:light dark;--ground:#fff;--card:#f7f7f5;--text:#1c1c1a;--soft:#5b5b56;--line:#d9d9d3;"
    "--a:#1f5fa8;--b:#a1471c;--mark-a:#dbe9f9;--mark-b:#f8e2d6;--mark-o:#e7e7e2}"
    "@media (prefers-color-scheme:dark){:root{--ground:#191a1c;--card:#222427;--text:#ececea;--soft:#a9a9a3;--line:#3b3d41;"
    "--a:#8bbcf5;--b:#f0a27c;--mark-a:#1d3a5c;--mark-b:#55301d;--mark-o:#3a3b3e}}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--ground);color:var(--text);font:16px/1.55 system-ui,sans-serif;overflow-wrap:anywhere}"
    "main{max-width:64rem;margin:0 auto;padding:1.5rem 1rem 4rem}"
    "h1{font-size:1.4rem;margin:0 0 .4rem}h2{font-size:1.15rem;margin:2.4rem 0 .8rem;padding-bottom:.3rem;"
    "border-bottom:1px solid var(--line)}h3{font-size:1.1rem;margin:0 0 .2rem}"
    ".lead{font-size:1.1rem;margin:.2rem 0 1rem}.contents{margin:.6rem 0;padding-left:1.5rem}.soft,.meta{color:var(--soft);font-size:.88rem}.meta{margin:0 0 .8rem}"
    ".card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1.2rem;break-inside:avoid}"
    ".accounts{display:grid;gap:.8rem;grid-template-columns:1fr 1fr}"
    ".side{min-width:0}.account{border-left:.3rem solid var(--line);padding:.1rem 0 .1rem .7rem;margin:0 0 .7rem}"
    ".a .account{border-color:var(--a)}.b .account{border-color:var(--b)}"
    "b{margin-right:.4rem}.a b{color:var(--a)}.b b{color:var(--b)}"
    "strong{font-weight:600}.place{display:block;font-size:.85rem}"
    "blockquote{margin:.3rem 0 0;font-family:Georgia,serif}"
    "mark{color:inherit;background:var(--mark-o);border-radius:.15rem}.a mark,mark.a{background:var(--mark-a)}.b mark,mark.b{background:var(--mark-b)}"
    "table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.92rem}"
    "th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line)}"
    "tbody th{font-weight:400;color:var(--soft);width:7.5rem}tr.differs td{font-weight:700}"
    "th{overflow-wrap:normal}a{color:var(--a)}code{font-size:.88em}.why{margin:.6rem 0 .3rem}"
    "details,.soft{font-size:.88rem;color:var(--soft);margin:.3rem 0}summary{cursor:pointer}"
    ".timeline{list-style:none;margin:.7rem 0;padding:0;font-size:.92rem}.timeline li{border-left:.2rem solid var(--line);padding:.1rem 0 .1rem .7rem}"
    ".timeline i{display:inline-block;min-width:8.5rem;color:var(--soft);font-style:normal}"
    ".timeline .a{border-color:var(--a)}.timeline .b{border-color:var(--b)}"
    ".text p{margin:0 0 .8rem;font-family:Georgia,serif}.text h4{margin:0 0 .8rem;font-family:Georgia,serif;font-size:1.1rem}"
    ".text{padding-left:2.2rem}.text h2{margin-left:-2.2rem}"
    ".ref{float:left;clear:left;margin-left:-2.2rem;width:1.9rem;font:600 .75rem/1.55rem system-ui,sans-serif;text-decoration:none}"
    "@media (max-width:40rem){.accounts{grid-template-columns:1fr}}"
    "@media print{details::details-content{content-visibility:visible}summary{display:none}body{font-size:11pt}main{max-width:none;padding:0}.card{background:none;break-inside:auto}"
    ".account,tr,li{break-inside:avoid}h2,h3,.meta{break-after:avoid}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}a{color:inherit;text-decoration:none}}";
