// What names of the frameworks mean: how the map writes them, what their calls give, and whose methods a value has.

// Where imports lead, as the map writes names; the longest beginning counts.
const WRITTEN = [
  ["tensorflow.compat.v2", "tf"],
  ["tensorflow.python.keras", "keras"],
  ["tensorflow.keras", "keras"],
  ["tensorflow", "tf"],
  ["tf.compat.v2", "tf"],
  ["tf.keras", "keras"],
  ["tf_keras", "keras"],
];
const ROOTS = { tf: "tensorflow", keras: "tensorflow", torch: "pytorch", torchvision: "pytorch" };
// What people import without saying so in a piece that they paste.
export const USUAL = {
  tf: "tf",
  tensorflow: "tf",
  keras: "keras",
  tfk: "keras",
  tfkl: "keras.layers",
  K: "keras.backend",
  torch: "torch",
  torchvision: "torchvision",
  nn: "torch.nn",
  F: "torch.nn.functional",
  optim: "torch.optim",
  layers: "keras.layers",
  transforms: "torchvision.transforms",
  T: "torchvision.transforms",
};

/** A dotted name as the map writes it: `tensorflow.keras.layers.Dense` is `keras.layers.Dense`. */
export function written(name) {
  for (const [beginning, ours] of WRITTEN) {
    if (name === beginning || name.startsWith(`${beginning}.`)) return written(ours + name.slice(beginning.length));
  }
  return name;
}

/** The framework that a call of a framework is translated to. */
export const OTHER = { tensorflow: "pytorch", pytorch: "tensorflow" };

/** The framework that a full name belongs to; undefined for another library's. */
export const sideOf = (name) => ROOTS[name.split(".")[0]];

// What a call gives, by the beginning of its full name: the class whose methods the map knows. The first that fits.
const GIVES = [
  [/^torch\.optim\.lr_scheduler\.[A-Z]\w*$/, "torch.optim.lr_scheduler.LRScheduler"],
  [/^torch\.optim\.[A-Z]\w*$/, "torch.optim.Optimizer"],
  [/^torch\.utils\.data\.DataLoader$/, "torch.utils.data.DataLoader"],
  [/^torch\.utils\.data\.[A-Z]\w*$/, "torch.utils.data.Dataset"],
  [/^torch\.(nn\.Parameter|Tensor|FloatTensor|LongTensor)$/, "torch.Tensor"],
  [/^torch\.nn\.(ModuleList|ModuleDict|Sequential)$/, "$&"],
  [/^torch\.nn\.[A-Z]\w*$/, "torch.nn.Module"],
  [/^torchvision\.models\.[a-z]/, "torch.nn.Module"],
  [/^torch\.amp\.GradScaler$/, "torch.amp.GradScaler"],
  [/^torch\.(load|save|device|manual_seed|compile|jit|export|onnx|hub|cuda|distributed|no_grad|set_|get_|is_)/, ""],
  [/^torch\.(nn\.(functional|init)\.|linalg\.|fft\.|special\.)?[a-z]\w*$/, "torch.Tensor"],
  [/^torch\.Tensor\.(item|size|dim|numel|tolist|numpy|backward|is_\w+|element_size|data_ptr|stride)$/, ""],
  [/^torch\.Tensor\./, "torch.Tensor"],
  [/^torch\.nn\.Module\.(to|cuda|cpu|eval|train|float|half|double|requires_grad_|apply)$/, "torch.nn.Module"],
  [/^torch\.nn\.(Module|Sequential)\.__call__$/, "torch.Tensor"],
  [
    /^tf\.data\.(Dataset|TFRecordDataset|TextLineDataset|FixedLengthRecordDataset|experimental\.make_csv_dataset)/,
    "tf.data.Dataset",
  ],
  [/^keras\.utils\.(image|text|timeseries|audio)_dataset_from_directory$/, "tf.data.Dataset"],
  [/^tf\.Variable$/, "tf.Variable"],
  [/^tf\.GradientTape$/, "tf.GradientTape"],
  [/^tf\.train\.CheckpointManager$/, "tf.train.CheckpointManager"],
  [/^tf\.train\.Checkpoint$/, "tf.train.Checkpoint"],
  [/^tf\.distribute\.\w*Strategy$/, "tf.distribute.Strategy"],
  [/^keras\.(models\.)?Sequential$/, "keras.Sequential"],
  [/^keras\.(Model|models\.\w+|applications\.\w+)$/, "keras.Model"],
  [/^keras\.(Model|Sequential)\.__call__$/, "tf.Tensor"],
  [/^keras\.(Model|Layer)\.add_(weight|variable)$/, "tf.Variable"],
  [/^keras\.(Input|layers\.Input)$/, "tf.Tensor"],
  [/^keras\.layers\.(TextVectorization|Normalization|Discretization|StringLookup|IntegerLookup)$/, "$&"],
  [/^keras\.layers\.[A-Z]\w*$/, "keras.Layer"],
  [/^keras\.(Layer|layers\.\w+)\.__call__$/, "tf.Tensor"],
  [/^keras\.optimizers\.[A-Z]\w*$/, "keras.optimizers.Optimizer"],
  [/^keras\.metrics\.[A-Z]\w*$/, "keras.Metric"],
  [/^keras\.losses\.[A-Z]\w*$/, "keras.Loss"],
  [/^keras\.(ops\.convert_to_numpy|backend\.get_value)$/, ""], // NumPy's
  [/^keras\.(ops|activations|losses|random)\.[a-z]/, "tf.Tensor"],
  [
    /^tf\.(function|device|name_scope|constant_initializer|config|io|lite|saved_model|summary|train|distribute|debugging)/,
    "",
  ],
  [/^tf\.(\w+\.)*[a-z]\w*$/, "tf.Tensor"],
  [/^tf\.Tensor\.(numpy|get_shape)$/, ""],
  [/^tf\.Tensor\./, "tf.Tensor"],
];

/** The class of what a call of a full name gives; empty where that is not known. */
export const gives = (name) => {
  const [, given] = GIVES.find(([pattern]) => pattern.test(name)) ?? [];
  return given === "$&" ? name : (given ?? "");
};

// Classes that a class of the reader's may extend, and what its own instances are then.
export const EXTENDED = {
  "torch.nn.Module": "torch.nn.Module",
  "torch.utils.data.Dataset": "torch.utils.data.Dataset",
  "keras.Model": "keras.Model",
  "keras.Layer": "keras.Layer",
  "keras.layers.Layer": "keras.Layer",
  "keras.Sequential": "keras.Sequential",
};
// Types that say in an annotation what a value is, beside those of the classes above and below.
export const ANNOTATED = { "tf.Tensor": "tf.Tensor", "torch.optim.Optimizer": "torch.optim.Optimizer" };
// Which parts of a class are of which class: those of a container, and attributes that are tensors.
export const CONTAINERS = new Set(["torch.nn.ModuleList", "torch.nn.ModuleDict", "torch.nn.Sequential"]);
export const DICTIONARY = new Set(["keys", "values", "items", "update", "pop", "clear"]);
export const TENSORS = new Set(["data", "grad", "T", "mT", "H", "mH", "real", "imag"]);
export const WEIGHTS = new Set(["weight", "bias"]);
// Whose methods an instance has, too.
export const ABOVE = {
  "keras.Model": ["keras.Layer"],
  "torch.nn.Module": ["torch.nn.Linear"], // as other layers it has `reset_parameters`
  "keras.Sequential": ["keras.Model", "keras.Layer"],
  "keras.layers.TextVectorization": ["keras.Layer"],
  "keras.layers.Normalization": ["keras.Layer"],
  "keras.layers.Discretization": ["keras.Layer"],
  "keras.layers.StringLookup": ["keras.Layer"],
  "keras.layers.IntegerLookup": ["keras.Layer"],
  "torch.nn.ModuleList": ["torch.nn.Module"],
  "torch.nn.ModuleDict": ["torch.nn.Module"],
  "torch.nn.Sequential": ["torch.nn.Module"],
  "tf.Variable": ["keras.Variable", "tf.Tensor"],
};
// The methods whose arguments are tensors.
export const TAKES_TENSORS = new Set(["forward", "call"]);
// Methods of Python's own objects: of these nothing is guessed.
export const PLAIN = new Set(
  (
    "append extend insert remove pop clear index count sort reverse copy items keys values get update setdefault add " +
    "discard union join split strip lstrip rstrip format replace startswith endswith lower upper encode decode read " +
    "write close open find title fit transform fit_transform predict score mean sum std var min max reshape astype " +
    "round shape size all any load save map filter batch step train eval info debug warning error group match search log"
  ).split(" "),
);
// Of these, calls that only a framework's object can mean: by their arguments.
const dim = ({ given }) => "dim" in given || "keepdim" in given;
const nothing = ({ given, positional }) => positional.length + Object.keys(given).length === 0;
export const LIKELY = {
  size: ({ positional }) => positional.every((text) => /^-?\d+$/.test(text)),
  reshape: () => true,
  train: ({ positional, given }) => nothing({ positional, given }) || /^(True|False|mode)$/.test(positional[0]),
  batch: ({ positional, given }) => positional.length === 1 || "drop_remainder" in given,
  map: ({ given }) => "num_parallel_calls" in given,
  fit: ({ given }) => ["epochs", "validation_data", "callbacks", "steps_per_epoch"].some((name) => name in given),
  predict: ({ given }) => ["batch_size", "steps"].some((name) => name in given),
  ...Object.fromEntries(["eval", "step", "log"].map((name) => [name, nothing])),
  ...Object.fromEntries(["sum", "mean", "std", "var", "max", "min", "all", "any", "split"].map((name) => [name, dim])),
};
