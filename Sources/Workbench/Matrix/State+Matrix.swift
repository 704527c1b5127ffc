import Synthesis

extension State {
  mutating func runMatrix(_ command: Command, digit: Int?) -> [Effect] { [] }
}
