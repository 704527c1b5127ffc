/// The keymaps that are shipped, each written as what it changes of the built-in keys.
package enum KeymapSet: String, CaseIterable, Sendable {
  /// Letters, arrows and the mouse.
  case `default`
  /// For hands that know vi.
  case vim
  /// For hands that know Emacs.
  case emacs
  /// For those who would rather not learn letters.
  case arrows

  /// What the set is called, in words.
  package var title: String {
    switch self {
    case .default: Keymap.builtIn.title
    case .vim: "Vim: n and N find, brackets walk"
    case .emacs: "Emacs: ctrl-letters move, ctrl-/ undoes"
    case .arrows: "Arrows: named keys and function keys, no letter needed"
    }
  }

  /// What its user should know at the start, if anything.
  package var notice: String? {
    switch self {
    case .emacs: "emacs keys: tmux or screen must not own ctrl-b or ctrl-a"
    case .default, .vim, .arrows: nil
    }
  }

  /// The whole keymap.
  package var keymap: Keymap { Self.keymaps[self] ?? .builtIn }

  /// What the set changes of the built-in keys.
  var changes: [KeymapAssignment] {
    switch self {
    case .default: []
    case .vim: Self.vimChanges
    case .emacs: Self.emacsChanges
    case .arrows: Self.arrowsChanges
    }
  }

  /// The keymap, and what reading its changes as a file would have said.
  func assembled() -> (keymap: Keymap, problems: [KeymapProblem]) {
    var assembly = KeymapAssembly(over: .builtIn, log: KeymapLog(file: rawValue))
    assembly.apply(changes)
    return assembly.finished(title: title, notice: notice, letters: nil)
  }

  private static let keymaps = Dictionary(
    uniqueKeysWithValues: allCases.map { set in
      (set, set == .default ? Keymap.builtIn : set.assembled().keymap)
    })
}

extension KeymapAssignment {
  /// A change to the built-in keys; no command unbinds the key.
  init(_ context: Context, _ key: String, _ command: Command?) {
    self.init(
      context: context, sequence: key.split(separator: " ").map(String.init), command: command)
  }
}
