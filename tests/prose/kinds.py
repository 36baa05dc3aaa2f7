"""Prose of many kinds, to be tried at every place where prose is printed."""

# Each part of CommonMark, in words of our own; what is no mark of ours is printed as typed.
COMMONMARK = {
    "tabs": "-\tan item\n\n\tset in by a tab\n\n1.\tone\n2.\ttwo",
    "backslashes": r"\*no star\* \[no link\](x) 100\% C:\new\temp \\server\share \# \_ \&amp; \!",
    "references": "&eacute; &amp; &lt;b&gt; &#8364; &#x20AC; &copy &nosuchname; &#0; &#xD800; "
    "&#9999999999;",
    "precedence": "- `a\n- b`\n\n*x `y* z`",
    "rules": "***\n\n---\n\n___\n\n* * *\n\n- - -\n\n_ _ _\n\n+++\n\n--\n\n=====",
    "hashes": "# One\n\n## Two ##\n\n####### seven\n\n#no blank\n\n\\# escaped\n\n# 5 of us\n\n#",
    "underlines": "Title\n=====\n\nTitle\n-----\n\ntwo\nlines\n---\n\nfoo\n-\n\n> q\n---",
    "set in": "    an address\n    in two lines\n\nwords\n    that go on\n\n        deep\n    less",
    "fences": "```python\nx = a*b*c\n\n# no heading\n```\n\n~~~\nwords\n~~~\n\n```\nnever closed",
    "blocks of html": "<div>\n*words*\n</div>\n\n<!-- a\nremark -->\n\n<script>x</script>",
    "definitions": '[label]: https://a.example "title"\n\n[label] and [words][label]\n\n[x]: <>',
    "paragraphs": "one\ntwo\n\nthree  \nfour\\\nfive\n\n   six\n  seven\n eight",
    "quotations": "> quoted\n> twice\nand on\n\n>no blank\n\n> - item\n\n> > deep",
    "items": "- one\n\n  more\n\n      deeper\n- two\n\n10) ten\n11) eleven\n\n-no item\n\n-\n- x",
    "lists": "- a\n- b\n+ c\n* d\n\n1. one\n2. two\n3) three\n\n- x\n  - y\n    - z\n  1. w",
    "code": "`a*b*c` ``x ` y`` ` unclosed and `two\nlines`",
    "emphasis": "*a* **b** ***c*** *d **e** f* **g*h*i** a*b*c 2*3 * x * ** y** (*z*) *)x( *",
    "underscores": "_a_ __b__ ___c___ snake_case_name __init__ ____",
    "links": "[a](https://a.example) [b](<https://b.example/x y> 'title') [c]() [d](#e) "
    "[*f*](mailto:x@y.example)"
    "[g](https://g.example/(h)) [[i]](https://i.example) [j](javascript:alert(1)) [k] "
    "(https://k.example)",
    "pictures": '![plan](files/plan.png "the plan") ![](x) ![a *b*](c) '
    "[![x](y)](https://z.example) !text",
    "angles": "<https://a.example/?b=c&d> <x@y.example> <made-up:x> <ftp://f.example> <not a "
    "link> <<>>",
    "html in a line": '<b>x</b> <a href="*y*">z</a> <br/> <!-- c --> a < b > <3 <?p?> <!X y> &lt;',
    "hard breaks": "one  \ntwo\\\nthree \nfour\\",
    "soft breaks": "one\n two\n  three",
    "text": "$x$ ~sub~ ^sup^ ==mark== {curly} %percent% @at | pipe ~~struck~~ :smile: -- --- "
    "... \"q\" 'q'",
    "tables": "| a | b |\n|:-:|--:|\n| 1 | 2 | 3 |\n| x \\| y |\n\na|b\n-|-\n\n| no\n| table",
}

# What a word processor, a spreadsheet, a PDF or an e-mail leaves in the clipboard.
PASTED = {
    "bullets of every kind": "We offer:\n• one\n▪ two\n‣ three\n● four\n■ five\n– six\n· seven",
    "bullets without a blank": "•one\n•two\n●three",
    "bullets of symbol fonts": "\uf0b7\tone\n\uf0b7\ttwo\n\uf0a7 three\n\uf0d8 four\n\uf0fc five",
    "levels": "•\tone\no\tinner\n\uf0a7\tdeep\no\tinner again\n•\ttwo",
    "letters": "a) one\nb) two\n(i) inner\n(ii) inner\nc) three",
    "capitals": "A. One\nB. Two\n\nI. First\nII. Second\nIII. Third",
    "parts": "1. Scope\n1.1 Aim\n1.2 Reach\n1.2.1 Far\n1.2.2 Near\n2. Means\n2.1 Money\n2.2 People",
    "parentheses": "(1) one\n(2) two\n(3) three",
    "years": "2019. The alliance began.\n2020. It grew.\n\n15. January of each year.",
    "parted items": "1. One\n\nWords between.\n\n2. Two\n\n    set in\n\n3. Three",
    "initials": "A. Silva leads the team.\n\nM. Dupont and I. Kant agree.\n\na. only",
    "a table with tabs": "Partner\tMonths\tEUR\nCMC\t6\t25,200\nNOA\t3.5\t15,750\nTotal\t9.5",
    "a table of facts": "Name:\tCluster do Mar\nCity:\tLisboa",
    "a corner": "\t2021\t2022\nTravel\t5\t6",
    "ragged tabs": "a\tb\nc\td\te\nf",
    "breaks of lines": "one\x0btwo\u2028three\u2029four\x0cfive\x85six\rseven\r\neight",
    "ligatures": "eﬃcient oﬀer ﬁeld ﬂow baﬄe ﬅ ﬆ",
    "signs": "> 100 SMEs\n>= 75 %\n+ 20 % exports\n- 5 % costs\n± 3\n< 10\n≥ 4",
    "pros and cons": "+ strong\n+ near\n- few\n- far",
    "notes by star": "Kosovo* is named.\n\n* This designation is without prejudice.",
    "lines to fill in": "Name: ________\n\n__________\n\nDate\n____",
    "sums": "2*3*4 = 24, 5 * 6, a*b, x**2, **bold**, 3*, *4",
    "dashes": "The clusters, all of them strong and near to each other,\n– they say –\nagree.",
    "an address": "Rua do Cais 1\n1200-001 Lisboa\nPortugal",
    "ticks": "✓ done\n☐ open\n→ next",
    "wrapped numbers": "The office stays open for all partners of the alliance until month\n32. We "
    "go on.",
}

# Strings that have broken other programs, one of each kind.
NAUGHTY = {
    "reserved": "undefined null NULL None true NaN Infinity -0 0x0 1e400 hasOwnProperty",
    "numbers": "-1.00 1/0 1,000,000.00 1'000 00:00 ٣٤٥ ½ ² ₂ 1_000",
    "signs": ",./;'[]\\-= <>?:\"{}|_+ !@#$%^&*()`~",
    "two bytes": "Ω≈ç√∫˜µ≤≥÷ åß∂ƒ©˙∆˚¬…æ œ∑´®†¥¨ˆøπ“‘ ¡™£¢∞§¶•ªº–≠",
    "quotation marks": "'' \"\" ''' \"'\" „a“ «b» ‹c› ‚d‘ ”e” `f´",
    "other scripts": "Ελλάδα Україна Српски Հայերեն ქართული ישראל العربية",
    "turned around": "EUR \u202e100 \u2066x\u2069 \u200fy",
    "turned by reference": "EUR &#x202e;100 &#8238;x &rlm;y",
    "unseen": "a\u200bb\u200cc\u200dd\ufeffe\u00adf\u2060g\u034fh",
    "controls": "a\x01b\x07c\x1bd\x7fe\x9ff",
    "private use": "\ue000 \ue001 \ue0000\ue001 \uf8ff &#xE000;0&#xE001;",
    "noncharacters": "\ufffe \uffff \ufdd0 \U0010ffff \ufff9\ufffa\ufffb \ufffd",
    "beyond the plane": "\U0001f680 \U0001f1ea\U0001f1fa \U00020000 \U0001d504 &Afr;",
    "no font has it": "日本語 中文 한국어 ไทย हिन्दी",
    "accents upon accents": "Z\u0351\u036b\u0343a\u0300\u0301\u0302l\u0323\u0324g\u0353o",
    "blanks": "a\u00a0b\u2003c\u2009d\u202fe\u3000f\u1680g",
    "markup of others": "</w:t></w:p> ]]> <![CDATA[x]]> &lt;&amp;amp; <?xml?> &#60;b&#62;",
    "scripts": '<script>alert(1)</script> "><img src=x onerror=alert(1)> javascript:alert(1) '
    "{{7*7}} ${x}",
    "templates": "{{ project.title }} {% raw %} {# x #} %s %d $HOME `id` $(id) \\input{x}",
    "formulas": "=1+1 @SUM(A1) +cmd|'/C calc'!A0 -2+3 \t=HYPERLINK(\"x\")",
    "paths": "../../etc/passwd C:\\new\\table\\ \\\\server\\share\\ file:///etc CON NUL",
    "long": "x" * 300 + " " + "-" * 300 + " " + "_" * 300,
    "turning back": "*" * 60 + "a" + "*" * 60 + "[" * 60 + "](x)" + "`" * 60 + "&" * 60,
    "marks alone": "*\n\n**\n\n-\n\n+\n\n1.\n\n#\n\n|\n\n>\n\n•\n\n\\\n\n`\n\n[\n\n!",
    "footnotes": "a[^1] b[^2] c[^1] d[^none]\n\n[^1]: first\n    more\n\n    last\n[^2]: *second* "
    "[^1]\n[^3]: alone\n[^1]: again",
    "a footnote in code": "`[^1]` only\n\n[^1]: the words",
    "addresses": "[a](https://a.example/?q=a%26b%3Dc%23) [b](https://a.example/annual%20report) "
    "[c](https://a.example/caf\u00e9) "
    "[d](mailto:x@y.example?subject=%0D%0ABcc:z) [e](https://a.example/a_b*c*d) "
    "[f](https://a.example/?x=1&amp;y=2)",
}

ALL = {**COMMONMARK, **PASTED, **NAUGHTY}
