import { describe, expect, test } from 'vitest';
import { shown } from './shown.ts';

describe("tags of Hexo's themes", () => {
  test.each([
    [
      'a note with an icon',
      "{% note blue 'fas fa-bullhorn' modern %}\n快到了\n{% endnote %}",
      '> **Note**\n> \n> 快到了',
    ],
    ['a note that only looks so', '{% note default flat %}\na\n{% endnote %}', '> a'],
    ['a note without an end', '{% note info, 小心 %}\n\nafter', '> **小心**\n\nafter'],
    ['a note of a quote', '{% noteblock quote, 标题 %}\na\n{% endnoteblock %}', '> **标题**\n> \n> a'],
    ['what unfolds', '{% hideToggle 安装,red %}\na\n{% endhideToggle %}', '**安装**\n\na'],
    ['what unfolds, its look first', '{% folding blue open, 看图 %}\na\n{% endfolding %}', '**看图**\n\na'],
    ['what is hidden in a line', '字母？{% hideInline 西装裤,查看,#FF7242 %}', '字母？西装裤'],
    [
      'coloured words',
      '此{% label 先帝 %}，{% label 益州疲敝 pink %}。{% label success@已完成 %}',
      '此先帝，益州疲敝。已完成',
    ],
    ['words in a look', '{% span red, 红色 %} {% p center logo large, Volantis %}', '红色 Volantis'],
    ['a mark', '{% mark color:cyan 标记 %}', '**标记**'],
    [
      'tabs without names',
      '{% tabs t %}\n<!-- tab -->\na\n<!-- endtab -->\n<!-- tab 炸弹@fas fa-bomb -->\nb\n<!-- endtab -->\n{% endtabs %}',
      '## t 1\n\na\n\n## 炸弹\n\nb',
    ],
    ['a button', "{% btn 'https://a.b/',Butterfly,far fa-x,outline %}", '[Butterfly](https://a.b/)'],
    ['a button to nowhere', '{% button #, Text, home fa-fw %}', 'Text'],
    ['a gallery', '{% gallery %}\n![](/a.png)\n{% endgallery %}', '![](/a.png)'],
    [
      'a group of galleries',
      "{% galleryGroup '壁纸' '收藏' '/g' https://a.b/c.png %}",
      '![壁纸](https://a.b/c.png)\n\n[壁纸](/g)\n\n收藏',
    ],
    ['a wide picture', '{% fi /a.jpg, alt, title %}', '![alt](/a.jpg)\n\ntitle'],
    [
      'friends',
      '{% flink %}\n- class_name: 友链\n  link_list:\n    - name: J\n      link: https://j.me/\n      descr: 好\n{% endflink %}',
      '**友链**\n\n- [J](https://j.me/): 好',
    ],
    ['friends that are no YAML', '{% flink %}\n- [x: y\n{% endflink %}', '```yaml\n- [x: y\n```'],
    [
      'a grid of links',
      '{% linkgrid %}\nNexT | https://n.org/ | Stay simple | /a.png\n{% endlinkgrid %}',
      '- [NexT](https://n.org/): Stay simple',
    ],
    ['a link that is not told robots', '{% exturl 百度 https://baidu.com %}', '[百度](https://baidu.com)'],
    ['boxes to tick', '{% checkbox green checked, 完成 %}\n{% checkbox 没有 %}', '- ☑ 完成\n- ☐ 没有'],
    [
      'points in time',
      '{% timeline 路 %}\n{% timenode 2020 [v1](https://a.b) %}\na\n{% endtimenode %}\n{% endtimeline %}',
      '**路**\n\n**2020 [v1](https://a.b)**\n\na',
    ],
    ['a poem', '{% poetry 游山 author:陆游 %}\n莫笑\n{% endpoetry %}', '**游山**\n\n**陆游**\n\n莫笑'],
    ['a song', '{% aplayer "Caffeine" "Jeff" "/c.mp3" %}', '[Caffeine — Jeff](/c.mp3)'],
    [
      'a list of songs',
      '{% meting "60198" "netease" "playlist" %}',
      '[♪](https://music.163.com/#/playlist?id=60198)',
    ],
    ['a film', '{% dplayer "url=https://a.b/c.mp4" "pic=x.png" %}', '[https://a.b/c.mp4](https://a.b/c.mp4)'],
    ['a score', '{% score %}\nX:1\n{% endscore %}', '```abc\nX:1\n```'],
    ['a command', '{% copy curl a | sh %}', '```\ncurl a | sh\n```'],
    [
      'a quote and where it is from',
      '{% blockquote "A", "B" %}q{% endblockquote %}',
      '> **— A, B**\n> \n> q',
    ],
    ['a class of a quote', '{% pullquote warning %}\nq\n{% endpullquote %}', '> q'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe("shortcodes of Hugo's themes", () => {
  test.each([
    [
      'a picture that leads somewhere',
      '{{< figure src="/a.png" alt="A" link="https://a.b" attr="me" attrlink="https://m.e" >}}',
      '[![A](/a.png)](https://a.b)\n\n[me](https://m.e)',
    ],
    ['a link without an end', '{{< link "https://a.b" >}} after', '[https://a.b](https://a.b) after'],
    ['a link with its text', '{{< link href="https://a.b" content=A >}}', '[A](https://a.b)'],
    ['a card', '{{< card link="../x" title="T" subtitle="S" >}}', '[T](../x)\n\nS'],
    ['an article', '{{< article link="/docs/x/" >}}', '[](/docs/x/)'],
    [
      'pictures in a row',
      '{{< carousel images="{https://a.b/1.jpg,g/2.jpg}" >}}',
      '![](https://a.b/1.jpg)\n\n![](g/2.jpg)',
    ],
    [
      'a quote',
      '{{< quote author="A" source="B" url="https://a.b" >}}q{{< /quote >}}',
      '> **— [A, B](https://a.b)**\n> \n> q',
    ],
    [
      'a film',
      '{{< video src="/a.mp4" >}} {{< video type="youtube" id="abcdefg" >}}',
      '[/a.mp4](/a.mp4) [YouTube](https://www.youtube.com/watch?v=abcdefg)',
    ],
    ['a path', 'in {{< filepath src="content/post" >}} of', 'in `content/post` of'],
    ['ruby', '{{< ruby "汉字" "hànzì" >}}', '汉字(hànzì)'],
    ['a version', '{{< version 0.2.0 changed >}}', '0.2.0 changed'],
    [
      'music',
      '{{< music url="/w.mp3" name=W artist=O >}} {{< music netease song 1 >}}',
      '[W — O](/w.mp3) [♪](https://music.163.com/#/song?id=1)',
    ],
    [
      'a point in time',
      '{{< timelineItem header="H" badge="B" subheader="S" >}}\nx\n{{< /timelineItem >}}',
      '**H**\n\nS\n\nB\n\nx',
    ],
    ['a word with an icon', '{{< keyword icon="github" >}}a{{< /keyword >}}', 'a'],
    [
      'tabs whose group names them',
      '{{< tabs items="A,B" >}}{{< tab >}}a{{< /tab >}}{{< tab >}}b{{< /tab >}}{{< /tabs >}}',
      '## A\n\na\n\n## B\n\nb',
    ],
    ['what unfolds in a line', '{{< expandable label="L" >}}z{{< /expandable >}}', '**L**\n\nz'],
    [
      'words that somebody reads',
      '{{< person "https://a.b" "Jane Doe" "Boss" >}}',
      '[Jane Doe](https://a.b)\n\nBoss',
    ],
    ['no style', '{{< style "color: red; a{b:c}" >}}x{{< /style >}}', 'x'],
    ['no program', 'a {{< script >}}let b{{< /script >}}c', 'a c'],
    [
      'a video by its light player',
      '{{< youtubeLite id="abcdefg" label="x" >}}',
      '[YouTube](https://www.youtube.com/watch?v=abcdefg)',
    ],
    [
      'code beside code',
      '{{< code >}}a{{< /code >}}{{< code >}}b{{< /code >}}',
      '```\na\n```\n\n```\nb\n```',
    ],
    ['columns', '{{< columns >}}\na\n\n<--->\n\nb\n{{< /columns >}}', 'a\n\nb'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe("Zola's shortcodes", () => {
  test.each([
    [
      'around something',
      '{% quote(author="V") %}\nA *b*\n{% end %}\nafter',
      '> **— V**\n> \n> A *b*\n\nafter',
    ],
    [
      'one in another',
      '{% note(title="T") %}\na\n{% details(summary="S") %}\nb\n{% end %}\n{% end %}\nc',
      '> **T**\n> \n> a\n> \n> **S**\n> \n> b\n\nc',
    ],
    ['a diagram', '{% mermaid() %}\ngraph\n{% end %}', '```mermaid\ngraph\n```'],
    ['a formula', '{{ katex(body="x^2") }}', 'x²'],
    ['a picture', '{{ img(path="@/blog/a.jpg", caption="C") }}', '![](/blog/a.jpg)\n\nC'],
    ['a box of words', '{{ admonition(type="tip", title="T", text="hello") }}', '> **T**\n> \n> hello'],
    ['words', '{{ spoiler(text="secret") }}', 'secret'],
    ['one that is only spoken of', '{{/* youtube(id="x") */}} {%/* a */%}', '{{ youtube(id="x") }} {% a %}'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('what Liquid and Nunjucks know themselves', () => {
  test.each([
    ['a text that has a name', '{% assign x = "y" %}a {{ x }} {{ x | upcase }}', 'a y y'],
    [
      'what was captured stands once',
      '{% capture c %}\n*a*\n{% endcapture %}\n\n<div>{{ c | markdownify }}</div>',
      '*a*',
    ],
    [
      'no loops over what is not known',
      'a\n\n{% for p in site.posts %}\n- {{ p.title }}\n{% endfor %}\n\nb',
      'a\n\nb',
    ],
    ['no style or program', 'a {% css %}b{}{% endcss %}{% js %}c{% endjs %}d', 'a d'],
    ['no comments', 'a {# b #} c', 'a  c'],
    ['a picture with its words', '{% image "./a.jpg", "a cat", "100vw" %}', '![a cat](./a.jpg)'],
    ['a figure', '{% figure "./a.png", "alt", "cap *x*" %}', '![alt](./a.png)\n\ncap *x*'],
    [
      'a figure around its picture',
      '{% figure caption:"Cap" %}![x](/x.png){% endfigure %}',
      'Cap\n\n![x](/x.png)',
    ],
    [
      'an included video',
      '{% include video id="abcdefg" provider="youtube" %}',
      '[YouTube](https://www.youtube.com/watch?v=abcdefg)',
    ],
    ['an included song', "{% include embed/audio.html src='/a.mp3' title='Demo' %}", '[Demo](/a.mp3)'],
    [
      'an included notice',
      '{% include alert.html text="Careful" type="warning" %}',
      '> **Warning**\n> \n> Careful',
    ],
    ['nothing of names', '{% include head.html title=page.title %}a', 'a'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

test('tags that are opened a thousand times and never closed take no longer than closed ones', () => {
  const text = '{% if a %}{% note %}{{< tab >}}{% for x in y %}{{ x }}'.repeat(800);
  expect(shown(`${text}end`)).toContain('end');
});
