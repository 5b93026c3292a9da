; Touches fresh pages: they are zero whatever lay in the frame before, and come when they are touched.

TOUCHED         equ 16

touch:
        mov ebx, TOUCHED * PAGE
        call_kernel CALL_BREAK
        mov esi, eax
        push eax                        ; the stack's first page
        mov ebp, [gs:block.zeroed]
        call .zero
        mov eax, [gs:block.zeroed]
        sub eax, ebp
        cmp eax, TOUCHED
        must e, 1
        ; Given back and taken again, they are zero again; what was kept is not.
        mov ebx, -(TOUCHED / 2) * PAGE
        call_kernel CALL_BREAK
        mov ebx, (TOUCHED / 2) * PAGE
        call_kernel CALL_BREAK
        cmp dword [esi], 0
        must ne, 2
        add esi, TOUCHED / 2 * PAGE
        mov ecx, TOUCHED / 2
        call .zero_some
        ; The stack grows the same way.
        lea eax, [esp - 8 * PAGE]
        mov ecx, 8
.deeper:
        cmp dword [eax], 0
        must e, 3
        mov [eax], eax
        add eax, PAGE
        loop .deeper
        ; A heap of more than it may have.
        mov ebx, 0x10000000
        call_kernel CALL_BREAK
        cmp eax, -1
        must e, 4
        ; The kernel reads and writes no memory for us that we have not.
        mov ebx, KERNEL_TEXT
        mov ecx, 16
        call_kernel CALL_WRITE
        cmp eax, -1
        must e, 5
        mov ebx, 0x1000
        mov ecx, 16
        call_kernel CALL_WRITE
        cmp eax, -1
        must e, 6
        mov eax, .text
        mov edx, [gs:block.zeroed]
        call print_number
        xor eax, eax
        jmp end_with
.text:  db "touch: pages that came when they were touched: ", 0

; All TOUCHED pages, or ECX of them, at ESI must be zero; then they are written.
.zero:
        mov ecx, TOUCHED
.zero_some:
        push esi
.page:
        push ecx
        mov edi, esi
        mov ecx, PAGE / 4
        xor eax, eax
        repe scasd
        must e, 10
        mov [esi], esi
        pop ecx
        add esi, PAGE
        loop .page
        pop esi
        ret
