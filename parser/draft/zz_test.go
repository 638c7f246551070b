package draft
import ("testing";"fmt";"os";"path/filepath";"strings";"time")
func TestZZ(t *testing.T){
 names,_:=filepath.Glob("testdata/*.txt")
 for _,n:=range names{ data,_:=os.ReadFile(n); head,rest,_:=strings.Cut(string(data),"\n"); text,_,_:=strings.Cut(rest,"====\n")
 now,_:=time.Parse(time.RFC3339,strings.TrimPrefix(head,"now: "))
 if d:=Read(text,nil,now,"");d!=nil&&d.Body!=""{fmt.Println("#####",n);fmt.Println(d.Body)}}
}
