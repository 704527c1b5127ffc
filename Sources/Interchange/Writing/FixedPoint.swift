/// A figure with a fixed number of places, or `nil` where it is not a number or too large to print
/// exactly; half is rounded away from zero.
func fixedPoint(_ number: Double, places: Int) -> String? {
  let scale = (0..<places).reduce(1) { power, _ in power * 10 }
  let scaled = (number * Double(scale)).rounded()
  guard scaled.isFinite, abs(scaled) < 9e15 else { return nil }
  let digits = Int(abs(scaled))
  let sign = scaled < 0 ? "-" : ""
  guard places > 0 else { return sign + String(digits) }
  let fraction = String(digits % scale)
  let padding = String(repeating: "0", count: places - fraction.count)
  return "\(sign)\(digits / scale).\(padding)\(fraction)"
}
