/** 各项发现的含义和处理方法。 */
import type { ruleHelp as english } from "../en/rule-help.ts";

export const ruleHelp: typeof english = {
  "models-undeclared":
    "有多个文件夹看起来各是一个模型，但策略没有声明，因此它们被合在一起，作为一个模型判定。若要分别判定，请在策略文件的 `models` 下列出。",
  "model-folder-missing": "策略声明的模型所在的文件夹不在此提交中。请更正路径，或从策略中删去该模型。",
  "declared-not-found": "策略声明某项内容位于某路径，但此提交在该处没有任何文件。请更正路径，或从策略中删去该行。",
  "license-base-model":
    "无论新的许可证怎么写，基础模型的许可证都约束由它得到的模型。请写明基础模型的许可证，或它所允许的许可证。",
  "license-contradiction": "两处说明对同一类内容给出了互相矛盾的许可证。在更正其中一处之前，以较严格的为准。",
  "license-limit-of-one":
    "有一句话点名限制了某一个检查点，而发布内容还有其他检查点。权重作为一个组成部分判断，以最严格的许可证为准；为每个检查点分别写明许可证，就能看出哪些不受限制。",
  "license-elsewhere": "许可证说明指向另一个仓库，而那里的许可证日后可能改变。请指向本仓库自己的许可证。",
  "license-file-empty": "许可证文件只有名称或网址，没有条款。请写入许可证全文，以免日后改变或消失。",
  "license-family": "GPL、CC-BY 之类的名称对应多个条款不同的版本。请用 SPDX 标识符写明所指的版本。",
  "license-link-broken": "许可证链接指向的文件不在仓库中。请添加该文件，或更正链接。",
  "license-not-read": "许可证文件不是文本，无法由程序读出它允许什么，因此不能据此认定为开放。请以纯文本形式添加。",
  "license-other":
    "模型卡的许可证写作 `other`，无法说明任何内容。请在 `license_name` 写明名称，在 `license_link` 写明正文位置。",
  "license-pdf": "许可证只有 PDF 形式，而 PDF 不会被读取，因此不能据此认定为开放。请以纯文本形式添加同样的正文。",
  "license-policy": "随发布附带的政策限制了用途。开放许可证允许任何用途，因此该政策所覆盖的内容不计为开放。",
  "license-sources-differ":
    "许可证文件、模型卡和正文写了不同的许可证，且没有说明各自适用于什么。请在 README 中说明，或统一写法。",
  "license-terms-to-review":
    "许可证文件中有几行不属于任何已知的许可证，并且可能设定条款。应由人审阅；不设定条款的文字请移到其他文件。",
  "license-text-missing": "写了许可证名称，但仓库中没有其正文。多数许可证要求附带正文，请添加 LICENSE 文件。",
  "mof-badge-class": "徽章显示的类别没有证据支持。请更正徽章，或补充该类别所缺的内容。",
  "license-change":
    "新的许可证收回了原先给予的许可、用途或覆盖范围。旁边列出相关条款，以便在知情的情况下决定是否更改。",
  "mof-claim-class": "MOF 文件所对应的类别没有证据支持。请更正文件，或补充该类别所缺的内容。",
  "mof-claim-license": "MOF 文件为某个组件写的许可证与仓库不同。两者读者都会看到，请更正有误的一处。",
  "mof-claim-license-name": "Model Openness Tool 只认准确的 SPDX 标识符，其他写法一律视为不开放的许可证。",
  "mof-claim-not-found": "MOF 文件列出的组件在仓库及其文档中都找不到。请添加它、写明位置，或从文件中删去。",
  "mof-claim-restricted": "MOF 文件称某个组件使用开放许可证，但找到的条款对其有限制。请更正文件或条款。",
  "mof-claim-unlicensed":
    "只有 MOF 文件写明了某个组件的许可证。取用者未必会读 MOF 文件，请在组件所在之处也写明许可证。",
  "mof-file": "MOF 文件中有 Model Openness Tool 不会读取，或会按其他意思读取的内容。",
  "policy-invalid": "策略中有一行无法采用，已以默认值代替。文件其余部分照原样生效。",
  "remote-missing":
    "文档链接了某项内容，但托管方处没有内容，或是别的内容。请更正链接，或发布所承诺的内容；目前该项不计入。",
  "remote-gated": "链接处的内容只提供给托管方允许的人。人人可得才算发布：请将其公开，或在文档中写明谁能取得。",
  "remote-incomplete": "链接处缺少本应齐全的部分文件。请补充上传，使其可以使用。",
  "remote-license-differs": "链接处写明的许可证比仓库更严格。在两者一致之前，以较严格的为准。",
  "policy-proposed-invalid": "此拉取请求修改了策略，但新策略中有一行无法采用。合并之前新策略不会生效，请先更正该行。",
  "declared-license":
    "策略为某项内容写明了许可证。策略并不是对使用者的授权，只有当发布的文档写明同样的内容时才算数。请写入 README 或放在该内容旁边。",
};
