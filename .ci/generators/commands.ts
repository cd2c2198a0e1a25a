/** docs/commands.md and its translations, from the registry of commands. */
import { helpLines } from "../../src/commands/help.ts";
import { MAX_COMMANDS } from "../../src/commands/parse.ts";
import { LANGUAGES, type Language, messagesIn } from "../../src/messages/languages.ts";

/** What stands around the table. */
const PAGE: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "",
    "- A command is read once, when the comment is written: editing it asks for nothing. Lines in code and in quotations are not read.",
    `- Of one comment the first ${MAX_COMMANDS} commands are carried out. Each is answered with one comment, \`/openness\` alone with the pull request's own.`,
    "- 👍 says that it is done, 😕 that the commit could not be read, 👎 that the person may not ask or asked too soon; one sentence says which, at most once an hour for one person.",
    "- Bots are not heard. Nothing is answered on issues and on closed pull requests: nobody waits for an audit there.",
    "- An audit may be asked for every 30 seconds, and ten commands an hour on one pull request.",
    '- The check run\'s buttons do the same: "Run again" writes the check run anew; "Explain" answers on the pull requests of the commit, and where GitHub names none (a fork\'s) writes the check run anew, which tells the same.',
    "",
    "This page is generated from `src/commands/registry.ts`; `npm run generate` writes it.",
    "",
  ],
  ja: [
    "",
    "- コマンドを読むのは、コメントが書かれたときの 1 回だけです。編集しても実行しません。コードと引用の中の行は読みません。",
    `- 1 つのコメントでは、最初の ${MAX_COMMANDS} つのコマンドだけを実行します。それぞれに 1 つのコメントで返答し、\`/openness\` だけの場合はプルリクエストのコメントを更新します。`,
    "- 👍 は完了、😕 はコミットを読めなかったこと、👎 は権限がないか間隔が短すぎることを表します。どちらであるかは 1 文で伝えますが、同じ人には 1 時間に 1 回までです。",
    "- ボットのコメントは読みません。監査を待つ人がいないため、イシューと閉じたプルリクエストでは返答しません。",
    "- 監査は 30 秒に 1 回、コマンドは 1 つのプルリクエストで 1 時間に 10 回までです。",
    "- チェックランのボタンも同じ働きをします。「再実行」はチェックランを書き直し、「判定の説明」はコミットのプルリクエストに返答します。フォークのように GitHub がプルリクエストを示さない場合は、同じ内容を示すチェックランを書き直します。",
    "",
    "このページは `src/commands/registry.ts` から `npm run generate` で生成しています。原文は[英語版](../commands.md)です。",
    "",
  ],
  zh: [
    "",
    "- 命令只在评论发表时读取一次，编辑评论不会触发。代码和引用中的行不读取。",
    `- 一条评论中只执行前 ${MAX_COMMANDS} 个命令。每个命令以一条评论回复；仅写 \`/openness\` 时，更新拉取请求上的评论。`,
    "- 👍 表示已完成，😕 表示无法读取该提交，👎 表示无权使用或间隔过短；原因以一句话说明，对同一个人每小时最多一次。",
    "- 不读取机器人的评论。议题和已关闭的拉取请求上没有人等待审计，因此不回复。",
    "- 每 30 秒可请求一次审计，同一个拉取请求每小时最多 10 次命令。",
    "- 检查运行的按钮作用相同：“重新运行”会重写检查运行；“说明依据”会在该提交的拉取请求上回复。GitHub 未给出拉取请求时（例如来自复刻仓库），则重写检查运行，其中内容相同。",
    "",
    "本页由 `npm run generate` 根据 `src/commands/registry.ts` 生成。原文为[英文版](../commands.md)。",
    "",
  ],
};

export async function generate(): Promise<ReadonlyMap<string, string>> {
  return new Map(
    LANGUAGES.map((language) => [
      language === "en" ? "docs/commands.md" : `docs/${language}/commands.md`,
      [...helpLines(messagesIn(language)), ...PAGE[language]].join("\n").replace(/^###/, "#"),
    ]),
  );
}
