/// Keymap files: a strict subset of TOML, read with the exact place of everything wrong in it.
///
///     format = 1
///     extends = "vim"
///
///     [code]
///     "c" = "code.run"
///     "i" = "none"
///
/// A bad line is reported and skipped, and the rest applies; nothing in a file can make reading
/// fail, or take away the last key of help, of the palette or of a way out.
package enum KeymapFile {
  /// The format that this program reads and writes.
  package static let format = 1
  /// The bytes of the largest file that is read; the shipped ones have about 10,000.
  package static let mostBytes = 1 << 20

  /// What may stand above the first context.
  static let settingNames = ["format", "title", "extends", "letters"]
  /// What stands for no command.
  static let unbound = "none"

  /// A keymap file as it was found.
  package struct Source: Equatable, Sendable {
    /// What messages call it: its path.
    package let name: String
    /// What is in it.
    package let bytes: [UInt8]

    /// Makes a source of the bytes of a file.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// Makes a source of a text.
    package init(name: String, text: String) {
      self.init(name: name, bytes: Array(text.utf8))
    }
  }

  /// A keymap, and what its author should know.
  package struct Reading: Equatable, Sendable {
    /// The keys: those of the files, over the built-in ones.
    package let keymap: Keymap
    /// What there is to know, file by file, in the order of the lines.
    package let problems: [KeymapProblem]

    /// A keymap that was not read from a file.
    package init(keymap: Keymap, problems: [KeymapProblem] = []) {
      self.keymap = keymap
      self.problems = problems
    }
  }

  /// The built-in keys, and word that a file that was asked for can't be read.
  package static func missing(_ name: String) -> Reading {
    var log = KeymapLog(file: name)
    log.add(1, 1, .noFile)
    return Reading(keymap: .builtIn, problems: log.sorted)
  }

  /// Reads a keymap file and those that it extends.
  ///
  /// - Complexity: O(*n*) in the bytes of the files.
  package static func read(
    _ source: Source, finding: (String) -> Source? = { _ in nil }
  ) -> Reading {
    read(source, finding: finding, above: [])
  }

  private static func read(
    _ source: Source, finding: (String) -> Source?, above: [String]
  ) -> Reading {
    var reader = KeymapDocumentReader(file: source.name)
    if let refusal = refusal(of: source) {
      var log = KeymapLog(file: source.name)
      log.add(1, 1, refusal)
      return Reading(keymap: .builtIn, problems: log.sorted)
    }
    reader.read(withoutMark(source.bytes))
    var log = reader.log
    let base = base(
      of: reader.document, finding: finding, above: above + [source.name], log: &log)
    var assembly = KeymapAssembly(over: base.keymap, log: log)
    assembly.apply(reader.document.assignments)
    let (keymap, problems) = assembly.finished(
      title: reader.document.title, notice: nil, letters: reader.document.letters)
    return Reading(keymap: keymap, problems: base.problems + problems)
  }

  private static func base(
    of document: KeymapDocument, finding: (String) -> Source?, above: [String],
    log: inout KeymapLog
  ) -> Reading {
    let plain = Reading(keymap: .builtIn, problems: [])
    guard let base = document.base else { return plain }
    if let shipped = KeymapSet(rawValue: base.name) {
      return Reading(keymap: shipped.keymap, problems: [])
    }
    guard let source = finding(base.name) else {
      let names = KeymapSet.allCases.map(\.rawValue)
      log.add(
        base.line, base.column,
        .unknownBase(base.name, nearest: Spelling.nearest(to: base.name, among: names)))
      return plain
    }
    if let start = above.firstIndex(of: source.name) {
      log.add(base.line, base.column, .circle(above[start...] + [source.name]))
      return plain
    }
    guard above.count < mostFiles else {
      log.add(base.line, base.column, .circle(above + [source.name]))
      return plain
    }
    return read(source, finding: finding, above: above)
  }

  private static func refusal(of source: Source) -> KeymapProblem.Kind? {
    if source.bytes.count > mostBytes { return .tooLarge(bytes: source.bytes.count) }
    return source.bytes.contains(0) ? .binary : nil
  }

  /// The bytes without the mark that some editors put before them.
  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  /// How many files may stand on one another.
  private static let mostFiles = 8
}
