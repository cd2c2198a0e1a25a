import type { Marks } from "./marks.ts";
import type { PythonCall, PythonClass, PythonFacts } from "./python-facts.ts";

/** Base classes of networks in the frameworks that are in use: PyTorch, Flax, Keras, Haiku, Equinox, Paddle, MindSpore, MLX. */
const FRAMEWORK_BASE =
  /(?:^|\.)(?:nn\.(?:Module|Cell|Layer|Sequential|ModuleList|Embedding|Linear|LayerNorm|Conv[123]d|TransformerEncoderLayer)|linen\.Module|nnx\.Module|jit\.ScriptModule|keras\.(?:Model|Sequential|models\.(?:Model|Sequential)|layers\.\w{1,40}|engine\.\w{1,40})|(?:hk|haiku|snt|sonnet|eqx|equinox|tf|objax)\.(?:Module|AbstractModule)|LightningModule|MegatronModule|ModelMixin|(?:TF|Flax)?PreTrainedModel|Fairseq\w{0,40}(?:Model|Encoder|Decoder)|BaseFairseqModel|StatelessModule)$/;
const LOOSE_BASE =
  /(?:Module|Model|Layer|Block|Attention|Transformer|Encoder|Decoder|MLP|Network|Net|Embedding|ForCausalLM|ForConditionalGeneration|Backbone|UNet)$/;
const NOT_A_NETWORK =
  /(?:^|\.)(?:BaseModel|models\.Model|SQLModel|TypedModel|RootModel|Schema|declarative_base|enum\.\w{1,20})$/;

const FORWARD = ["forward", "__call__", "call", "construct", "apply", "build", "forward_step"];

/** Constructors of layers, by their full names or by endings that mean little else. */
const LAYER =
  /(?:^|\.)(?:nn\.[A-Z]\w{1,60}|linen\.[A-Z]\w{1,60}|nnx\.[A-Z]\w{1,60}|keras\.layers\.[A-Z]\w{1,60}|layers\.[A-Z]\w{1,60}|(?:hk|haiku|snt|sonnet)\.[A-Z]\w{1,60}|get_parameter|self\.param|self\.add_weight)$|(?:Linear|Embedding|Conv[123]d|LayerNorm|RMSNorm|Attention|Dense|Norm|DenseGeneral|Block|Layer|MLP|FeedForward|Encoder|Decoder|Transformer|Head|Mixer|Stage)$/;

/** Parts that help a network along, but are none themselves. */
const AUXILIARY =
  /(?:loss|metric|lora|adapter|discriminator|criterion|quant|observer|probe|reward|wrapper|ema|scheduler)/i;

const PRODUCT =
  /(?:^|\.)(?:matmul|einsum|bmm|mm|dot|dot_general|linear|layer_norm|scaled_dot_product_attention|conv[123]d|softmax|attention|mul_mat)$/;

/** Marks what defines a network: classes of a framework that hold layers or multiply weights, or functions that do. */
export function markNetworks(facts: PythonFacts, marks: Marks): void {
  const networks = networkClasses(facts);
  const names = new Set([...networks.keys()].map((network) => network.name));
  for (const [found, certain] of networks) {
    const forward = FORWARD.find((method) => found.methods.has(method));
    if (forward === undefined) continue;
    const inside = callsIn(facts.calls, found);
    const layers = inside.filter((call) => isLayer(call, names));
    const products =
      inside.filter((call) => PRODUCT.test(call.callee)).length +
      facts.products.filter((at) => at > found.from && at < found.to).length;
    const what = `class ${found.name}(${found.bases.join(", ")}) with ${forward}`;
    if (AUXILIARY.test(found.name)) marks.weak("defines-network", found.line, what);
    else if (layers.length > 0 || (certain && products >= 2)) marks.strong("defines-network", found.line, what);
    else marks.weak("defines-network", found.line, `${what}, without layers of its own`);
  }
  markFunctional(facts, marks);
}

/** Classes on a framework's base (true) or on a base whose name sounds like one (false), also through classes of the file. */
function networkClasses(facts: PythonFacts): Map<PythonClass, boolean> {
  const byName = new Map(facts.classes.map((found) => [found.name, found]));
  const result = new Map<PythonClass, boolean>();
  const isNetwork = (found: PythonClass, depth: number): boolean | undefined => {
    if (result.has(found)) return result.get(found);
    for (const base of found.bases) {
      if (NOT_A_NETWORK.test(base)) continue;
      if (FRAMEWORK_BASE.test(base)) return true;
      const own = byName.get(base);
      const inherited = own && own !== found && depth < 8 ? isNetwork(own, depth + 1) : undefined;
      if (inherited !== undefined) return inherited;
      if (own === undefined && LOOSE_BASE.test(base)) return false;
    }
    return undefined;
  };
  for (const found of facts.classes.slice(0, 400)) {
    const certain = isNetwork(found, 0);
    if (certain !== undefined) result.set(found, certain);
  }
  return result;
}

function isLayer(call: PythonCall, networks: ReadonlySet<string>): boolean {
  if (call.name === "from_pretrained" || call.name === "super") return false;
  if (call.callee === "self.param" || call.callee === "self.add_weight") return true;
  if (!/^[A-Z]/.test(call.name)) return false;
  if (/functional\./.test(call.callee)) return false;
  return LAYER.test(call.callee) || networks.has(call.name);
}

function callsIn(calls: readonly PythonCall[], found: PythonClass): PythonCall[] {
  const inside: PythonCall[] = [];
  for (let index = firstAfter(calls, found.from); index < calls.length && inside.length < 2_000; index += 1) {
    const call = calls[index];
    if (call === undefined || call.from >= found.to) break;
    inside.push(call);
  }
  return inside;
}

/** Calls stand in the order of the text: the first one after an offset is found by bisection. */
function firstAfter(calls: readonly PythonCall[], offset: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PART =
  /(?:^|_)(attention|attn|mlp|ffn|feed_?forward|layer_?norm|rms_?norm|transformer|block|time_mix(?:ing)?|channel_mix(?:ing)?|encoder|decoder|conv1d|conv|gelu|swiglu|rope|rotary|unembed|embed|forward|gpt2?|moe|router)(?:$|_|\d)/i;

/** A network written as functions over weights, as in NumPy and JAX: three parts of one, and products in the file. */
function markFunctional(facts: PythonFacts, marks: Marks): void {
  if (marks.has("defines-network")) return;
  const parts = new Map<string, { name: string; line: number }>();
  for (const found of facts.functions) {
    const part = PART.exec(found.name)?.[1]?.toLowerCase().replace(/_/g, "");
    if (part !== undefined && !/^(?:test|load|convert|get|plot|bench|check|_?get)/.test(found.name))
      parts.set(part, found);
  }
  const products = facts.products.length + facts.calls.filter((call) => PRODUCT.test(call.callee)).length;
  const first = [...parts.values()][0];
  if (!first) return;
  const what = `functions ${[...parts.values()]
    .slice(0, 4)
    .map((found) => found.name)
    .join(", ")}`;
  if (parts.size < 2) return;
  // Two parts suffice where weights are multiplied all over: a kernel of attention alone has one part.
  const enough = parts.size >= 3 ? products >= 3 : products >= 8;
  if (enough && [...parts.keys()].some((part) => /att|mix|mlp|ffn|feedforward|block|transformer/.test(part)))
    marks.strong("defines-network", first.line, what);
  else marks.weak("defines-network", first.line, what);
}
