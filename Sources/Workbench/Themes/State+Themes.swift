import Synthesis

extension State {
  mutating func runThemes(_ command: Command, digit: Int?) -> [Effect] { [] }
}
