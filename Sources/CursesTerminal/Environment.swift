import Glibc

/// The process's environment.
enum Environment {
  /// A variable's value; `nil` also where it is empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
