; Copies of itself: each sees what was there before, and nobody sees what another writes. The status
; tells which check failed.

CHILDREN        equ 3
CHAIN           equ 4                   ; generations
ORPHAN_STATUS   equ 77

fork:
        mov ebx, 2 * PAGE
        call_kernel CALL_BREAK
        mov esi, eax                    ; two pages of our own
        mov dword [esi], 1000
        mov dword [esi + PAGE], 2000
        xor edi, edi
.another:
        call_kernel CALL_FORK
        cmp eax, -1
        must ne, 1
        test eax, eax
        jz .child
        inc edi
        cmp edi, CHILDREN
        jb .another
        mov dword [esi], 3000           ; while they still use the old one
        xor ebp, ebp
.wait:
        push dword -1
        mov ebx, esp
        call_kernel CALL_WAIT
        pop edx
        cmp eax, -1
        must ne, 2
        add ebp, edx
        dec edi
        jnz .wait
        cmp ebp, 10 + 11 + 12
        must e, 3
        cmp dword [esi], 3000
        must e, 4
        cmp dword [esi + PAGE], 2000
        must e, 5
        ; No more children.
        xor ebx, ebx
        call_kernel CALL_WAIT
        cmp eax, -1
        must e, 6
        ; Generations: each ends with one more than its child.
        mov edi, CHAIN
.generation:
        call_kernel CALL_FORK
        test eax, eax
        jnz .parent
        dec edi
        jnz .generation
        mov eax, 1
        jmp end_with
.parent:
        push dword -1
        mov ebx, esp
        call_kernel CALL_WAIT
        pop edx
        lea eax, [edx + 1]
        cmp edi, CHAIN
        jne end_with
        cmp eax, CHAIN + 1
        must e, 7
        ; A child whose parent does not wait for it becomes the first process's.
        call_kernel CALL_FORK
        test eax, eax
        jnz .adopted
        call_kernel CALL_FORK
        test eax, eax
        jz .orphan
        xor eax, eax
        jmp end_with
.orphan:
        mov ebx, 2
        call_kernel CALL_SLEEP
        mov eax, ORPHAN_STATUS
        jmp end_with
.adopted:
        xor ebx, ebx
        call_kernel CALL_WAIT
        cmp eax, -1
        must ne, 8
        mov eax, .text
        mov edx, [gs:block.copied]
        call print_number
        xor eax, eax
        jmp end_with
.text:  db "fork: children and grandchildren are back; pages copied here: ", 0

; The child number EDI reads 1000 or what it wrote itself.
.child:
        call_kernel CALL_NUMBER
        cmp eax, [gs:block.number]
        must e, 20
        mov eax, [esi]
        cmp eax, 1000
        must e, 21
        lea ebp, [edi + 10]
        mov [esi], ebp
        mov ebx, edi
        inc ebx
        call_kernel CALL_SLEEP
        cmp [esi], ebp
        must e, 22
        cmp dword [esi + PAGE], 2000
        must e, 23
        call_kernel CALL_YIELD
        mov eax, ebp
        jmp end_with
