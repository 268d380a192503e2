import { describe, expect, test } from 'vitest';
import { shown } from './shown.ts';

describe("Hugo's shortcodes", () => {
  test.each([
    [
      'a picture and what stands below it',
      '{{< figure src="/x.png" alt="An x" caption="The *x*" >}}',
      '![An x](/x.png)\n\nThe *x*',
    ],
    ['a picture by its name alone', '{{% img src="/x y.png" %}}', '![](/x%20y.png)'],
    [
      'a video',
      'See {{< youtube dQw4w9WgXcQ >}}.',
      'See [YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ).',
    ],
    ['a gist', '{{< gist spf13 7896402 >}}', '[Gist](https://gist.github.com/spf13/7896402)'],
    ['a post of X', '{{< tweet user="a" id="1" >}}', '[X](https://x.com/a/status/1)'],
    ['code', '{{< highlight go "linenos=table" >}}\nx := `y`\n{{< /highlight >}}', '```go\nx := `y`\n```'],
    ['a diagram', '{{< mermaid >}}\ngraph TD;\n{{< /mermaid >}}', '```mermaid\ngraph TD;\n```'],
    ['a notice', '{{% notice tip "Mind **this**" %}}\nText\n{{% /notice %}}', '> **Mind this**\n> \n> Text'],
    [
      'an admonition',
      '{{< admonition type=warning >}}\nText\n{{< /admonition >}}',
      '> **Warning**\n> \n> Text',
    ],
    ['what unfolds', '{{< details summary="More" >}}\nText\n{{< /details >}}', '**More**\n\nText'],
    ['tabs', '{{< tabs >}}\n{{< tab "npm" >}}\n`npm i`\n{{< /tab >}}\n{{< /tabs >}}', '**npm**\n\n`npm i`'],
    ['a button', '{{< button href="https://a.b" >}}Go *on*{{< /button >}}', '[Go *on*](https://a.b)'],
    ['a tag that is only spoken of', 'Write {{</* figure */>}}.', 'Write {{< figure >}}.'],
    ['what is inside a tag that nobody knows', '{{< fancy a=1 >}}inner{{< /fancy >}}', 'inner'],
    [
      'the words of a tag that nobody knows',
      '{{< card title="Title" url="https://a.b" >}}',
      '[Title](https://a.b)',
    ],
    ['nothing of what is for the machine', 'a {{< icon "x" >}}b', 'a b'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });

  test('a link to another post keeps its text, and says which post', () => {
    expect(shown('[that post]({{< ref "posts/x.md#top" >}})')).toBe('[that post](post:posts/x.md#top)');
  });

  test('lines after a notice are no part of it', () => {
    expect(shown('{{< hint info >}}\n- a\n{{< /hint >}}\nafter')).toBe('> **Info**\n> \n> - a\n\nafter');
  });

  test("Zola's calls are shortcodes", () => {
    expect(shown('{{ youtube(id="abcdefg") }}')).toBe('[YouTube](https://www.youtube.com/watch?v=abcdefg)');
  });
});

describe('Liquid and Nunjucks', () => {
  test.each([
    ['code', '{% highlight ruby linenos %}\ndef x\n{% endhighlight %}', '```ruby\ndef x\n```'],
    [
      'code that holds fences',
      '{% highlight md %}\n```\nx\n```\n{% endhighlight %}',
      '```md\n```\nx\n```\n```',
    ],
    ['tags that are only spoken of', '{% raw %}{{ x }} {% y %}{% endraw %}', '{{ x }} {% y %}'],
    ['no comments', 'a{% comment %} b {% endcomment %}', 'a'],
    [
      'an included picture',
      '{% include figure image_path="/i.png" alt="I" caption="Cap" %}',
      '![I](/i.png)\n\nCap',
    ],
    [
      'an included video',
      '{% include youtube.html id="abcdefg" %}',
      '[YouTube](https://www.youtube.com/watch?v=abcdefg)',
    ],
    ['the first branch of a condition', '{% if a %}A{% elsif b %}B{% else %}C{% endif %}', 'A'],
    ['the first that says anything', '{% unless a %} {% else %}B{% endunless %}', 'B'],
    ['the first case', '{% case a %}{% when 1 %}A{% when 2 %}B{% else %}C{% endcase %}', 'A'],
    [
      'one branch of each of several conditions',
      '{% if a %}{% if b %}1{% else %}2{% endif %}{% else %}3{% if c %}4{% endif %}{% endif %}5',
      '15',
    ],
    ['all of a condition that has no end', '{% if a %}A{% else %}B', 'AB'],
    ['what a loop shows where there is something', '{% for x in y %}A{% else %}B{% endfor %}', 'A'],
    ['addresses on the site', '[a]({{ site.baseurl }}/a) [b]({{ "/b" | relative_url }})', '[a](/a) [b](/b)'],
    ['an address of a post', '[a]({{ site.url }}{% post_url 2020-01-01-x %})', '[a](post:2020-01-01-x)'],
    [
      'one that is defined below',
      '[a][x]\n\n[x]: {% link _posts/2020-01-01-x.md %}',
      '[a](post:_posts/2020-01-01-x.md)',
    ],
    ['one in the text', 'at {% post_url 2020-01-01-x %}', 'at [](post:2020-01-01-x)'],
    ['nothing of tags that nobody knows', 'a {% ads %}b', 'a b'],
    ['values that nobody knows, as written', 'by {{ page.author }}', 'by {{ page.author }}'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe("Hexo's tags", () => {
  test.each([
    ['a picture', '{% asset_img pic.png "A title" %}', '![A title](pic.png)'],
    [
      'a picture whose title has no quotes',
      '{% asset_img slug.png 80 40 平台 差异 %}',
      '![平台 差异](slug.png)',
    ],
    ['a picture as themes write it', '{% image /p.png, alt=Alt %}', '![Alt](/p.png)'],
    ['a picture in quotes', '{% asset_img "my pic.png" 80 "T" %}', '![T](my%20pic.png)'],
    ['a picture with classes', '{% img left big /p.png 200 100 "T" "Alt" %}', '![Alt](/p.png)'],
    ['code', '{% codeblock A title lang:js %}\nlet a;\n{% endcodeblock %}', 'A title\n\n```js\nlet a;\n```'],
    ['a note', '{% note info Title here %}\n*text*\n{% endnote %}', '> **Title here**\n> \n> *text*'],
    ['a quote', '{% blockquote David, Book %}\nText\n{% endblockquote %}', '> **— David, Book**\n> \n> Text'],
    ['a link', '{% link Google https://google.com %}', '[Google](https://google.com)'],
    ['a link to a post', '{% post_link hello-world 你好 %}', '[你好](post:hello-world)'],
    ['a link to a post by its title', 'See {% post_link hello-world %}.', 'See [](post:hello-world).'],
    ['a button', '{% button https://a.b, Go on, home %}', '[Go on](https://a.b)'],
    ['a label', 'a {% label primary@red %} b', 'a red b'],
    ['a video', '{% youtube abcdefg %}', '[YouTube](https://www.youtube.com/watch?v=abcdefg)'],
    ['tabs', '{% tabs x %}\n<!-- tab npm -->\nText\n<!-- endtab -->\n{% endtabs %}', '**npm**\n\nText'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });
});

describe('code is never touched', () => {
  test.each([
    [
      'in a fence',
      '```\n{% raw %}{{< x >}}\n::: tip\n{: .x}\n```',
      '```\n{% raw %}{{< x >}}\n::: tip\n{: .x}\n```',
    ],
    ['in a fence within a list', '- a\n\n  ```\n  {% x %}\n  ```', '- a\n  \n  ```\n  {% x %}\n  ```'],
    ['indented', 'a\n\n    {% x %} :smile:', 'a\n\n```\n{% x %} :smile:\n```'],
    [
      'within a line',
      'a `{% x %} ==b== :smile: [[c d]] {: .e}` f',
      'a `{% x %} ==b== :smile: [[c d]] {: .e}` f',
    ],
    ['between two backticks', 'a ``{{< ` >}}`` f', 'a `{{< ` >}}` f'],
    ['in HTML', '<pre>{% x %}</pre>', '```\n{% x %}\n```'],
  ])('%s', (_, written, read) => {
    expect(shown(written)).toBe(read);
  });

  test('a backtick that closes nothing hides no tag', () => {
    expect(shown('a ` b {% x %}\n\nc ` d')).toBe('a ` b\n\nc ` d');
  });
});

test('braces that are no tags stay', () => {
  expect(shown('{ % } {{ }} {%} {{<>}} a{b}c')).toBe('{ % } {{ }} {%} {{<>}} a{b}c');
});
