import Foundation

extension Int64 {
  /// Milliseconds since 1970 as ISO 8601 in UTC, to the second.
  var iso8601: String {
    Date(timeIntervalSince1970: Double(self / 1000)).formatted(.iso8601)
  }
}
